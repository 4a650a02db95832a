/** What Zendesk refuses a package for, by the names its own checker gives them. */
export const errorKeys = [
  ...(['missing_manifest', 'nested_manifest', 'manifest_not_json', 'manifest_keys.missing'] as const),
  ...(['unacceptable_string', 'unacceptable_boolean', 'unacceptable_array', 'unacceptable_array_of_strings'] as const),
  ...(['invalid_version', 'invalid_default_locale', 'missing_translation_file', 'invalid_url'] as const),
  ...(['no_template_deprecated_in_v2', 'no_location_required', 'no_parameters_required'] as const),
  ...(['no_framework_version_required', 'marketing_only_app_cant_be_private'] as const),
  ...(['duplicate_parameters', 'name_as_parameter_name', 'invalid_type_parameter'] as const),
  ...(['invalid_hidden_parameter', 'too_many_oauth_parameters', 'oauth_parameter_cannot_be_secure'] as const),
  ...(['scopes_without_secure', 'scopes_empty', 'scopes_unknown'] as const),
  ...(['oauth_keys.missing', 'oauth_parameter_required'] as const),
  ...(['invalid_host', 'invalid_location', 'invalid_location_uri', 'blank_location_uri'] as const),
  ...(['invalid_location_flexible_type', 'locations_must_be_urls'] as const),
  ...(['translation.invalid_locale', 'translation.not_json', 'translation.not_json_object'] as const),
  ...(['translation.missing_required_key', 'translation.missing_parameter_label'] as const),
  ...(['missing_requirements', 'requirements_not_supported', 'requirements_not_json'] as const),
  ...(['invalid_requirements_types', 'excessive_requirements', 'missing_required_fields'] as const),
  ...(['multiple_channel_integrations', 'invalid_cov2_requirements_structure', 'empty_cov2_requirements'] as const),
  ...(['invalid_cov2_objects_structure', 'excessive_cov2_payload_size', 'unknown_cov2_object_key'] as const),
  ...(['missing_cov2_object_schema_key', 'missing_cov2_field_schema_key', 'missing_cov2_trigger_schema_key'] as const),
  ...(['invalid_cov2_trigger_conditions_structure', 'empty_cov2_trigger_conditions'] as const),
  ...(['invalid_cov2_trigger_actions_structure', 'empty_cov2_trigger_actions'] as const),
  ...(['excessive_custom_objects_v2_requirements', 'excessive_custom_objects_v2_fields'] as const),
  ...(['excessive_custom_objects_v2_triggers', 'excessive_custom_objects_v2_trigger_conditions'] as const),
  ...(['excessive_custom_objects_v2_trigger_actions', 'excessive_cov2_selection_fields_per_object'] as const),
  ...(['excessive_cov2_field_options', 'excessive_cov2_relationship_filter_conditions'] as const),
  ...(['unsupported_mime_type_detected', 'symlink_in_zip', 'dirty_svg'] as const),
  ...(['banner.invalid_format', 'banner.invalid_size', 'missing_asset', 'invalid_logo_size'] as const),
] as const;

/** What Zendesk lets pass and tells the author about. */
type WarningKey =
  | 'bitmap_in_svg'
  | 'insecure_http_request'
  | 'application_secret'
  | 'generic_secrets'
  | 'insecure_token_parameter_in_manifest'
  | 'default_secure_or_hidden_parameter_in_manifest'
  | 'secure_parameters_with_no_scopes_in_manifest';

export type ErrorKey = (typeof errorKeys)[number];
/** Any of them, whether it keeps a package out or not. */
export type ComplaintKey = ErrorKey | WarningKey;

/** One thing wrong with a package: the rule's name and what it is about (a file, a field). */
export interface Complaint {
  readonly key: ComplaintKey;
  readonly about: string;
}

/** Whether a complaint keeps the package from being installed. */
export function isError({ key }: Complaint): boolean {
  return errorKeys.some((error) => error === key);
}
