/**
 * How a host writes a text down. `plain` is also the form of anything unknown: escapes of HTML, JSON, URLs and mail are read in
 * every form, as texts pass through all of them.
 */
export type TextForm = 'plain' | 'html' | 'adf' | 'json' | 'markdown' | 'wiki' | 'file-name';
