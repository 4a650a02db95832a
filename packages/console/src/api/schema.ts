// Made by `npm run api-types` from the description of the server’s API.
export interface paths {
  '/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest requests: all for those who approve, else your own */
    get: {
      parameters: {
        query?: {
          state?: 'open' | 'granted' | 'declined' | 'withdrawn' | 'expired';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly approvals: components['schemas']['Approval'][];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    /** Confirm a plan: its run is queued, or waits for a second person */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @default [] */
            readonly acknowledged?: (
              | 'not-end-user'
              | 'oneself'
              | 'last-administrator'
              | 'mastered-elsewhere'
              | 'address-shared'
              | 'already-anonymized'
              | 'run-in-progress'
              | 'case-open'
              | 'hired'
              | 'lead'
              | 'interview-pending'
              | 'step-by-hand'
              | 'legal-hold'
              | 'right-missing'
              | 'confirmation-wrong'
              | 'confirmation-outdated'
              | 'host-right-missing'
              | 'host-setting'
            )[];
            digest: string;
            /**
             * Format: uuid
             * @description Opaque.
             */
            plan: string;
            /** @description The phrase of the plan. */
            typed: string;
            /**
             * @description tonight: at 01:00 in the installation’s time zone.
             * @default now
             * @enum {string}
             */
            when?: 'now' | 'tonight';
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Approval'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One request */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Approval'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End what waits, for whatever: whoever asked, or may run or approve and sees it */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals/{id}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse somebody else’s request */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Approval'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals/{id}/grant': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve somebody else’s request */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Approval'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take your own request back */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Approval'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/certificate-key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What certificates are verified with */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['CertificateKeys'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/certificates/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whether a file is a certificate of this installation */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            file: string;
            /** @description The secret of the person. Kept in memory only. */
            receipt?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['CertificateVerdict'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where a later check is */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Inquiry'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Runs and outcomes by week: of all for those who approve or audit, else your own */
    get: {
      parameters: {
        query?: {
          weeks?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly weeks: components['schemas']['WeekFigures'][];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/held-operators': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is held for asking for many runs in a short time */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly held: {
                operator: string;
                /** Format: date-time */
                since: string;
              }[];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/held-operators/{operator}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Let a held operator go on */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          operator: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/host-checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A preflight of a host before it is added; nothing is kept */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @description Keys by the variables the settings name. Sealed, and never answered again.
             * @default {}
             */
            keys?: {
              [key: string]: string;
            };
            kind: string;
            /** @description As in the settings file, without `kind`. */
            settings: {
              [key: string]: unknown;
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Preflight'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/host-entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** From which hosts’ menus agents come in */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description This server as browsers see it: what the host is told to lead to. */
              audience: string;
              readonly entries: components['schemas']['HostEntry'][];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/host-kinds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every kind of host that can be added */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly kinds: components['schemas']['HostKind'][];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/hosts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every host there is */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly hosts: components['schemas']['Host'][];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    /** Add a host */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @description Keys by the variables the settings name. Sealed, and never answered again.
             * @default {}
             */
            keys?: {
              [key: string]: string;
            };
            kind: string;
            name: string;
            /** @description As in the settings file, without `kind`. */
            settings: {
              [key: string]: unknown;
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              version: number;
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/hosts/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A host with its settings */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Host'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Change a host, or its keys */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          name: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @description Keys by the variables the settings name. Sealed, and never answered again.
             * @default {}
             */
            keys?: {
              [key: string]: string;
            };
            /** @description The version that was looked at: somebody else’s change since then is not overwritten. */
            seen: number;
            /** @description As in the settings file, without `kind`. */
            settings: {
              [key: string]: unknown;
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              version: number;
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    post?: never;
    /** Take a host away; its keys are destroyed */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/hosts/{name}/entry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new secret for a host to sign with */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          name: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @description So long the secret there was goes on to count.
             * @default 24
             */
            olderHours?: number;
            /**
             * Format: uri
             * @description Where the pages of the host are, as browsers see them; where its API is without it.
             */
            origin?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['HostEntrySecret'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Let nobody in from a host’s menu any more */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/hosts/{name}/preflight': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Everything that keeps a host from being used now */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Preflight'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kill-switch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether runs are forbidden */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['KillSwitch'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    /** Forbid every run and ask those at work to stop */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['KillSwitch'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Let runs begin again; stopped ones are resumed by hand */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['KillSwitch'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Entries, newest first; with `after` oldest first */
    get: {
      parameters: {
        query?: {
          after?: number;
          before?: number;
          most?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly entries: {
                /** Format: date-time */
                at: string;
                chain?: string;
                fact: {
                  actor?: string;
                  chain?: {
                    hash: string;
                    seq: number;
                  };
                  counts?: {
                    [key: string]: number;
                  };
                  digest?: string;
                  host?: string;
                  replays?: string;
                  rules?: string;
                  run?: string;
                  /** @enum {string} */
                  state?: 'queued' | 'running' | 'stopped' | 'done' | 'done-with-gaps' | 'superseded' | 'called-off';
                  /** @enum {string} */
                  what:
                    | 'plan-reviewed'
                    | 'run-approved'
                    | 'run-started'
                    | 'run-resumed'
                    | 'steps-settled'
                    | 'run-ended'
                    | 'run-anchored'
                    | 'rules-changed'
                    | 'rights-changed'
                    | 'verified-later'
                    | 'run-requested'
                    | 'run-seconded'
                    | 'run-declined'
                    | 'run-withdrawn'
                    | 'run-request-expired'
                    | 'guards-changed'
                    | 'people-changed'
                    | 'holds-changed'
                    | 'approvals-changed'
                    | 'caps-changed'
                    | 'links-changed'
                    | 'watch-changed'
                    | 'host-added'
                    | 'host-changed'
                    | 'host-keys-changed'
                    | 'host-removed'
                    | 'host-entry-changed'
                    | 'host-entry-removed'
                    | 'person-returned'
                    | 'return-another-person'
                    | 'return-review'
                    | 'return-consented'
                    | 'suppressions-destroyed'
                    | 'suppression-key-changed'
                    | 'runs-forbidden'
                    | 'runs-allowed'
                    | 'operator-held'
                    | 'operator-released'
                    | 'backup-restored'
                    | 'erasure-replayed'
                    | 'database-moved'
                    | 'certificate-issued'
                    | 'certificate-receipt-made'
                    | 'certificate-key-made';
                };
                hash: string;
                prev: string;
                seq: number;
              }[];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ledger/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whether the ledger is whole */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description A head that was noted earlier. */
            head?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['LedgerVerdict'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Links to the privacy policy, feedback and support, and the note on legal advice */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uri */
              feedback?: string;
              legalNote?: string;
              /** Format: uri */
              privacyPolicy?: string;
              /** Format: uri */
              support?: string;
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/looks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** When each host was looked through last */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly looks: components['schemas']['Look'][];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    /** Look through hosts now: all unless told */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            readonly hosts?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly looks: components['schemas']['Look'][];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notice-preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How you are told by mail */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['NoticePreferences'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Choose how you are told by mail */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description Without one no mails are sent to you. */
            address?: string;
            /** @enum {string} */
            language?: 'en' | 'de' | 'fr' | 'es' | 'sv';
            /** @default [] */
            readonly unwanted?: (
              'second-asked' | 'begins-soon' | 'cancelled' | 'ended-with-gaps' | 'stopped' | 'check-found' | 'returned'
            )[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['NoticePreferences'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notice-preferences/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send yourself a mail */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Mails of the last 30 days */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['NoticeCounts'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operators': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly operators: components['schemas']['Operator'][];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            administrator: boolean;
            readonly groups: string[];
            login: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['PasswordCode'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operators/{id}/code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['PasswordCode'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operators/{id}/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            administrator: boolean;
            readonly groups: string[];
          };
        };
      };
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operators/{id}/revocation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    post?: never;
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whom a page of a host shows */
    get: {
      parameters: {
        query: {
          /** @description Of a page in the host’s own screen: site and path. Whatever it is asked with besides is not looked at. */
          address: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly hosts: {
                failed?: {
                  /** @enum {string} */
                  code:
                    | 'signed-out'
                    | 'not-permitted'
                    | 'gone'
                    | 'locked'
                    | 'too-fast'
                    | 'down'
                    | 'rejected'
                    | 'unreadable';
                  says: string;
                };
                found?: {
                  /** @description The one the page shows, where the host shows cases. */
                  case?: {
                    id: string;
                    /** @description Never personal. */
                    label: string;
                    /** @enum {string} */
                    state: 'open' | 'closed' | 'archived';
                  };
                  readonly due: {
                    /** @enum {string} */
                    because: 'asked' | 'consent-ended' | 'retention-reached';
                    only?: string;
                    /** Format: date-time */
                    since: string;
                  }[];
                  person: components['schemas']['FoundPerson'];
                  /**
                   * @description What would stand in the way, as far as the page tells.
                   * @enum {string}
                   */
                  standing: 'ready' | 'active' | 'hired' | 'case-open' | 'lead' | 'recent' | 'age-unknown';
                };
                host: string;
              }[];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{host}/{person}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One account, and what stands in its way */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          host: string;
          /** @description An id in the host, never a name or an address. */
          person: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['LookedAtPerson'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Look people up */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description All, unless told. */
            readonly hosts?: string[];
            readonly texts: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly hosts: components['schemas']['HostAnswers'][];
              repeated: number;
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A reviewed plan as it is confirmed */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Plan'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/returns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** People who came back, newest first */
    get: {
      parameters: {
        query?: {
          /** @description Opaque. */
          run?: string;
          state?: 'open' | 'another-person' | 'review' | 'consent';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly returns: components['schemas']['Returned'][];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/returns/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decide about somebody who came back; each once */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @description consent: they agreed to being kept; what they are recognized by is forgotten.
             * @enum {string}
             */
            decision: 'another-person' | 'review' | 'consent';
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              returned: components['schemas']['Returned'];
              /**
               * Format: uuid
               * @description Opaque.
               */
              review?: string;
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Your newest reviews */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly reviews: components['schemas']['Inquiry'][];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    /** Review a person: nothing is changed */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @default [] */
            readonly acknowledged?: (
              | 'not-end-user'
              | 'oneself'
              | 'last-administrator'
              | 'mastered-elsewhere'
              | 'address-shared'
              | 'already-anonymized'
              | 'run-in-progress'
              | 'case-open'
              | 'hired'
              | 'lead'
              | 'interview-pending'
              | 'step-by-hand'
              | 'legal-hold'
              | 'right-missing'
              | 'confirmation-wrong'
              | 'confirmation-outdated'
              | 'host-right-missing'
              | 'host-setting'
            )[];
            /**
             * @description Further identifiers that the host does not file.
             * @default []
             */
            readonly also?: string[];
            host: string;
            /** @description Only what is filed under this dossier. */
            only?: string;
            /** @description An id in the host, never a name or an address. */
            person: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /**
               * Format: uuid
               * @description Opaque.
               */
              id: string;
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where a review is */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Inquiry'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    /** Give a review up */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Runs, newest first: all for those who approve or audit, else your own */
    get: {
      parameters: {
        query?: {
          /** @description Only runs begun before then: for the next page. */
          before?: string;
          most?: number;
          state?: 'queued' | 'running' | 'stopped' | 'done' | 'done-with-gaps' | 'superseded' | 'called-off';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly runs: components['schemas']['RunRow'][];
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A run and where it stands */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Run'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/call-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a run that is not at work up for good */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/certificate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The certificate of a run, signed */
    get: {
      parameters: {
        query?: {
          /** @description The newest, unless told. */
          edition?: number;
        };
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['CertificateFile'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/certificate.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same to be read and printed */
    get: {
      parameters: {
        query?: {
          /** @description The newest, unless told. */
          edition?: number;
          language?: 'en' | 'de' | 'fr' | 'es' | 'sv';
        };
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description A PDF. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/pdf': unknown;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/pdf': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Look whether all is as the run left it */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @description What the person went by: a run forgets it.
             * @default []
             */
            readonly texts?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /**
               * Format: uuid
               * @description Opaque.
               */
              id: string;
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A run’s progress as it goes on (text/event-stream) */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Events named `run`, with a RunStanding each. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/receipt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The secret that links the certificate to its person: made once, kept nowhere */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description Shown this once and kept nowhere: hand it to the person. */
              secret: string;
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The report as data */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              readonly acknowledged: (
                | 'not-end-user'
                | 'oneself'
                | 'last-administrator'
                | 'mastered-elsewhere'
                | 'address-shared'
                | 'already-anonymized'
                | 'run-in-progress'
                | 'case-open'
                | 'hired'
                | 'lead'
                | 'interview-pending'
                | 'step-by-hand'
                | 'legal-hold'
                | 'right-missing'
                | 'confirmation-wrong'
                | 'confirmation-outdated'
                | 'host-right-missing'
                | 'host-setting'
              )[];
              ambiguous: number;
              approvedBy: string;
              readonly asks: {
                link?: string;
                says: string;
                steps: number;
              }[];
              readonly gaps: {
                because: string;
                instead?: string;
                /** @enum {string} */
                kind:
                  | 'person.name'
                  | 'person.email'
                  | 'person.login'
                  | 'person.phone'
                  | 'person.photo'
                  | 'person.field'
                  | 'person.history'
                  | 'person.access'
                  | 'person.record'
                  | 'dossier.title'
                  | 'dossier.description'
                  | 'dossier.field'
                  | 'dossier.people'
                  | 'dossier.history'
                  | 'dossier.record'
                  | 'message.subject'
                  | 'message.body'
                  | 'message.copies'
                  | 'message.envelope'
                  | 'attachment';
                label: string;
                source: string;
                spot: string;
              }[];
              readonly grown: string[];
              host: {
                kind: string;
                name: string;
              };
              readonly kept: {
                [key: string]: number;
              };
              ledger?: {
                hash: string;
                seq: number;
              };
              readonly mentions: {
                /** @enum {string} */
                by: 'addresses' | 'phones' | 'logins' | 'externalIds' | 'postalAddresses' | 'names';
                count: number;
                /** @enum {string} */
                doubt?:
                  | 'name-alone'
                  | 'common-word'
                  | 'another-person'
                  | 'part-of-longer'
                  | 'foreign-address'
                  | 'short'
                  | 'unfiled'
                  | 'encoded';
                /** @enum {string} */
                evidence?:
                  | 'greeting'
                  | 'sign-off'
                  | 'title'
                  | 'header'
                  | 'attribution'
                  | 'signature'
                  | 'at-mention'
                  | 'label'
                  | 'strong-mention';
                /** @enum {string} */
                how:
                  | 'as-filed'
                  | 'other-order'
                  | 'joined'
                  | 'shortened'
                  | 'initial'
                  | 'nickname'
                  | 'part-of-name'
                  | 'other-spelling'
                  | 'plus-tag'
                  | 'mailbox-alias'
                  | 'spelt-out'
                  | 'local-part'
                  | 'address-around'
                  | 'national-number'
                  | 'extension'
                  | 'handle'
                  | 'abbreviated'
                  | 'unfiled';
              }[];
              readonly notProven: {
                /** @enum {string} */
                code?:
                  'signed-out' | 'not-permitted' | 'gone' | 'locked' | 'too-fast' | 'down' | 'rejected' | 'unreadable';
                /** @enum {string} */
                end:
                  'clean' | 'already-clean' | 'still-there' | 'waiting' | 'unprovable' | 'refused' | 'stale' | 'open';
                /** @enum {string} */
                kind:
                  | 'person.name'
                  | 'person.email'
                  | 'person.login'
                  | 'person.phone'
                  | 'person.photo'
                  | 'person.field'
                  | 'person.history'
                  | 'person.access'
                  | 'person.record'
                  | 'dossier.title'
                  | 'dossier.description'
                  | 'dossier.field'
                  | 'dossier.people'
                  | 'dossier.history'
                  | 'dossier.record'
                  | 'message.subject'
                  | 'message.body'
                  | 'message.copies'
                  | 'message.envelope'
                  | 'attachment';
                label: string;
                remedy?: string;
                spot: string;
                /** @enum {string} */
                verb: 'cut' | 'clear' | 'set' | 'remove' | 'close' | 'ask';
              }[];
              readonly obstacles: {
                /** @enum {string} */
                code:
                  | 'not-end-user'
                  | 'oneself'
                  | 'last-administrator'
                  | 'mastered-elsewhere'
                  | 'address-shared'
                  | 'already-anonymized'
                  | 'run-in-progress'
                  | 'case-open'
                  | 'hired'
                  | 'lead'
                  | 'interview-pending'
                  | 'step-by-hand'
                  | 'legal-hold'
                  | 'right-missing'
                  | 'confirmation-wrong'
                  | 'confirmation-outdated'
                  | 'host-right-missing'
                  | 'host-setting';
                remedy: string;
                says: string;
              }[];
              person: string;
              plan: {
                digest: string;
                /** @enum {number} */
                version: 1;
              };
              /** @enum {string} */
              reason?:
                | 'not-approved'
                | 'obstacles'
                | 'plan-grew'
                | 'interrupted'
                | 'unfinished-steps'
                | 'waiting-for-somebody'
                | 'signed-out'
                | 'not-permitted'
                | 'gone'
                | 'locked'
                | 'too-fast'
                | 'down'
                | 'rejected'
                | 'unreadable';
              readonly remains: {
                /** @enum {string} */
                kind:
                  | 'person.name'
                  | 'person.email'
                  | 'person.login'
                  | 'person.phone'
                  | 'person.photo'
                  | 'person.field'
                  | 'person.history'
                  | 'person.access'
                  | 'person.record'
                  | 'dossier.title'
                  | 'dossier.description'
                  | 'dossier.field'
                  | 'dossier.people'
                  | 'dossier.history'
                  | 'dossier.record'
                  | 'message.subject'
                  | 'message.body'
                  | 'message.copies'
                  | 'message.envelope'
                  | 'attachment';
                steps: number;
                where: string;
              }[];
              replays?: {
                digest: string;
                /** Format: date-time */
                endedAt: string;
                run: string;
              };
              readonly residue: {
                label: string;
                readonly mentions: {
                  /** @enum {string} */
                  by: 'addresses' | 'phones' | 'logins' | 'externalIds' | 'postalAddresses' | 'names';
                  count: number;
                  /** @enum {string} */
                  doubt?:
                    | 'name-alone'
                    | 'common-word'
                    | 'another-person'
                    | 'part-of-longer'
                    | 'foreign-address'
                    | 'short'
                    | 'unfiled'
                    | 'encoded';
                  /** @enum {string} */
                  evidence?:
                    | 'greeting'
                    | 'sign-off'
                    | 'title'
                    | 'header'
                    | 'attribution'
                    | 'signature'
                    | 'at-mention'
                    | 'label'
                    | 'strong-mention';
                  /** @enum {string} */
                  how:
                    | 'as-filed'
                    | 'other-order'
                    | 'joined'
                    | 'shortened'
                    | 'initial'
                    | 'nickname'
                    | 'part-of-name'
                    | 'other-spelling'
                    | 'plus-tag'
                    | 'mailbox-alias'
                    | 'spelt-out'
                    | 'local-part'
                    | 'address-around'
                    | 'national-number'
                    | 'extension'
                    | 'handle'
                    | 'abbreviated'
                    | 'unfiled';
                }[];
                spot: string;
              }[];
              reviewedBy: string;
              rules: {
                digest: string;
                name: string;
              };
              run: string;
              readonly sideEffects: {
                /** @enum {string} */
                kind:
                  | 'person.name'
                  | 'person.email'
                  | 'person.login'
                  | 'person.phone'
                  | 'person.photo'
                  | 'person.field'
                  | 'person.history'
                  | 'person.access'
                  | 'person.record'
                  | 'dossier.title'
                  | 'dossier.description'
                  | 'dossier.field'
                  | 'dossier.people'
                  | 'dossier.history'
                  | 'dossier.record'
                  | 'message.subject'
                  | 'message.body'
                  | 'message.copies'
                  | 'message.envelope'
                  | 'attachment';
                steps: number;
                what: string;
              }[];
              spots: number;
              /** @enum {string} */
              state: 'queued' | 'running' | 'stopped' | 'done' | 'done-with-gaps' | 'superseded' | 'called-off';
              steps: {
                claimed: number;
                readonly ends: {
                  [key: string]: number;
                };
                readonly kinds: {
                  readonly ends: {
                    [key: string]: number;
                  };
                  /** @enum {string} */
                  kind:
                    | 'person.name'
                    | 'person.email'
                    | 'person.login'
                    | 'person.phone'
                    | 'person.photo'
                    | 'person.field'
                    | 'person.history'
                    | 'person.access'
                    | 'person.record'
                    | 'dossier.title'
                    | 'dossier.description'
                    | 'dossier.field'
                    | 'dossier.people'
                    | 'dossier.history'
                    | 'dossier.record'
                    | 'message.subject'
                    | 'message.body'
                    | 'message.copies'
                    | 'message.envelope'
                    | 'attachment';
                  planned: number;
                }[];
                planned: number;
                proven: number;
              };
              tallies?: {
                readonly changed: string[];
                compared: number;
              };
              times: {
                /** Format: date-time */
                approved: string;
                /** Format: date-time */
                ended?: string;
                /** Format: date-time */
                reviewed: string;
                /** Format: date-time */
                started: string;
              };
              readonly unreached: {
                because: string;
                scope: string;
              }[];
              /** @enum {number} */
              version: 1;
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/report.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The report as csv */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/csv; charset=utf-8': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/csv; charset=utf-8': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/report.md': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The report as md */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/markdown; charset=utf-8': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/markdown; charset=utf-8': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand a stopped run to the workers again */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @description Finish the person although the host refused some steps.
             * @default false
             */
            acceptRefused?: boolean;
          };
        };
      };
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop a run between two calls; one that waits stops at once */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Opaque. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/settings/{document}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A document as it is now, or an older version */
    get: {
      parameters: {
        query?: {
          version?: number;
        };
        header?: never;
        path: {
          document: 'rules' | 'permissions' | 'guards' | 'people' | 'holds' | 'approvals' | 'caps' | 'links' | 'watch';
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SettingsDocument'];
          };
        };
        /** @description There is no such version. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Write a new version; the ledger says so */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          document: 'rules' | 'permissions' | 'guards' | 'people' | 'holds' | 'approvals' | 'caps' | 'links' | 'watch';
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            document: {
              [key: string]: unknown;
            };
            /** @description The version that was looked at: somebody else’s change since then is not overwritten. */
            seen: number;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              version: number;
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/settings/{document}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Check a document, and count what would change */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          document: 'rules' | 'permissions' | 'guards' | 'people' | 'holds' | 'approvals' | 'caps' | 'links' | 'watch';
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            document: {
              [key: string]: unknown;
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SettingsCheck'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/suppression-key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new key for what erased people are recognized by */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/approvals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/assets/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          file: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/octet-stream': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            word: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entry/begin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            csrf: string;
            /** @enum {string} */
            instead?: 'yes';
            ticket: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description To the review. */
        303: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/from': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/hosts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/hosts/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/hosts/new': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people/{host}/{person}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          host: string;
          person: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reviews/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/certificate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Session'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/session/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            old: string;
            password: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Session'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/settings/{part}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          part: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/setup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            code: string;
            login: string;
            password: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Session'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            login: string;
            password: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Session'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sign-in/code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            code: string;
            password: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Session'];
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sign-in/open-id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          again?: '1';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description To the OpenID provider. */
        303: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sign-in/open-id/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /**
               * Format: uri
               * @description Where the OpenID provider ends its own session, if it does.
               */
              next?: string;
            };
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/watch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the console */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/html': string;
          };
        };
        /** @description Refused or failed */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Approval: {
      readonly acknowledged: (
        | 'not-end-user'
        | 'oneself'
        | 'last-administrator'
        | 'mastered-elsewhere'
        | 'address-shared'
        | 'already-anonymized'
        | 'run-in-progress'
        | 'case-open'
        | 'hired'
        | 'lead'
        | 'interview-pending'
        | 'step-by-hand'
        | 'legal-hold'
        | 'right-missing'
        | 'confirmation-wrong'
        | 'confirmation-outdated'
        | 'host-right-missing'
        | 'host-setting'
      )[];
      /** Format: date-time */
      askedAt: string;
      askedBy: string;
      digest: string;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      needsSecond: boolean;
      /** Format: date-time */
      notBefore?: string;
      person: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      plan: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      run?: string;
      secondBy?: string;
      /** @enum {string} */
      state: 'open' | 'granted' | 'declined' | 'withdrawn' | 'expired' | 'outdated';
      steps: number;
      waits?: components['schemas']['Waits'];
    };
    ApprovalInput: {
      readonly acknowledged: (
        | 'not-end-user'
        | 'oneself'
        | 'last-administrator'
        | 'mastered-elsewhere'
        | 'address-shared'
        | 'already-anonymized'
        | 'run-in-progress'
        | 'case-open'
        | 'hired'
        | 'lead'
        | 'interview-pending'
        | 'step-by-hand'
        | 'legal-hold'
        | 'right-missing'
        | 'confirmation-wrong'
        | 'confirmation-outdated'
        | 'host-right-missing'
        | 'host-setting'
      )[];
      /** Format: date-time */
      askedAt: string;
      askedBy: string;
      digest: string;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      needsSecond: boolean;
      /** Format: date-time */
      notBefore?: string;
      person: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      plan: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      run?: string;
      secondBy?: string;
      /** @enum {string} */
      state: 'open' | 'granted' | 'declined' | 'withdrawn' | 'expired' | 'outdated';
      steps: number;
      waits?: components['schemas']['WaitsInput'];
    };
    CertificateFile: {
      certificate: {
        account: string;
        readonly acknowledged: (
          | 'not-end-user'
          | 'oneself'
          | 'last-administrator'
          | 'mastered-elsewhere'
          | 'address-shared'
          | 'already-anonymized'
          | 'run-in-progress'
          | 'case-open'
          | 'hired'
          | 'lead'
          | 'interview-pending'
          | 'step-by-hand'
          | 'legal-hold'
          | 'right-missing'
          | 'confirmation-wrong'
          | 'confirmation-outdated'
          | 'host-right-missing'
          | 'host-setting'
        )[];
        ambiguous: number;
        readonly checks: {
          /** Format: date-time */
          at: string;
          readonly changed: {
            count: number;
            /** @enum {string} */
            kind:
              | 'person.name'
              | 'person.email'
              | 'person.login'
              | 'person.phone'
              | 'person.photo'
              | 'person.field'
              | 'person.history'
              | 'person.access'
              | 'person.record'
              | 'dossier.title'
              | 'dossier.description'
              | 'dossier.field'
              | 'dossier.people'
              | 'dossier.history'
              | 'dossier.record'
              | 'message.subject'
              | 'message.body'
              | 'message.copies'
              | 'message.envelope'
              | 'attachment';
          }[];
          readonly covers: ('15-minutes' | '24-hours' | '30-days')[];
          /** Format: date-time */
          due: string;
          ledger: {
            hash: string;
            seq: number;
          };
          reread: number;
          /** @enum {string} */
          result: 'as-left' | 'changed' | 'not-possible';
          /** @enum {string} */
          trouble?:
            | 'signed-out'
            | 'not-permitted'
            | 'gone'
            | 'locked'
            | 'too-fast'
            | 'down'
            | 'rejected'
            | 'unreadable'
            | 'host-removed'
            | 'settings';
          unchecked: number;
        }[];
        /** @enum {string} */
        covers: 'person' | 'one-case';
        edition: number;
        /** @constant */
        format: 'lethe-certificate';
        readonly gaps: {
          because: string;
          count: number;
          /** @enum {string} */
          kind:
            | 'person.name'
            | 'person.email'
            | 'person.login'
            | 'person.phone'
            | 'person.photo'
            | 'person.field'
            | 'person.history'
            | 'person.access'
            | 'person.record'
            | 'dossier.title'
            | 'dossier.description'
            | 'dossier.field'
            | 'dossier.people'
            | 'dossier.history'
            | 'dossier.record'
            | 'message.subject'
            | 'message.body'
            | 'message.copies'
            | 'message.envelope'
            | 'attachment';
        }[];
        grown: number;
        host: {
          kind: string;
          name: string;
        };
        /** Format: uuid */
        installation: string;
        /** Format: date-time */
        issued: string;
        readonly kept: {
          [key: string]: number;
        };
        key: string;
        ledger: {
          ended: {
            hash: string;
            seq: number;
          };
          main: {
            hash: string;
            seq: number;
          };
          run?: {
            hash: string;
            seq: number;
          };
        };
        readonly notProven: {
          /** @enum {string} */
          code?: 'signed-out' | 'not-permitted' | 'gone' | 'locked' | 'too-fast' | 'down' | 'rejected' | 'unreadable';
          count: number;
          /** @enum {string} */
          end: 'clean' | 'already-clean' | 'still-there' | 'waiting' | 'unprovable' | 'refused' | 'stale' | 'open';
          /** @enum {string} */
          kind:
            | 'person.name'
            | 'person.email'
            | 'person.login'
            | 'person.phone'
            | 'person.photo'
            | 'person.field'
            | 'person.history'
            | 'person.access'
            | 'person.record'
            | 'dossier.title'
            | 'dossier.description'
            | 'dossier.field'
            | 'dossier.people'
            | 'dossier.history'
            | 'dossier.record'
            | 'message.subject'
            | 'message.body'
            | 'message.copies'
            | 'message.envelope'
            | 'attachment';
        }[];
        plan: {
          digest: string;
          /** @constant */
          version: 1;
        };
        readonly planned: {
          /** @enum {string} */
          after: '15-minutes' | '24-hours' | '30-days';
          /** Format: date-time */
          due: string;
        }[];
        receipt?: string;
        readonly remains: {
          count: number;
          /** @enum {string} */
          kind:
            | 'person.name'
            | 'person.email'
            | 'person.login'
            | 'person.phone'
            | 'person.photo'
            | 'person.field'
            | 'person.history'
            | 'person.access'
            | 'person.record'
            | 'dossier.title'
            | 'dossier.description'
            | 'dossier.field'
            | 'dossier.people'
            | 'dossier.history'
            | 'dossier.record'
            | 'message.subject'
            | 'message.body'
            | 'message.copies'
            | 'message.envelope'
            | 'attachment';
          where: string;
        }[];
        replays?: string;
        residue: number;
        rules: {
          digest: string;
          name: string;
        };
        run: string;
        spots: number;
        /** @enum {string} */
        state: 'done' | 'done-with-gaps';
        steps: {
          claimed: number;
          readonly ends: {
            [key: string]: number;
          };
          readonly kinds: {
            readonly ends: {
              [key: string]: number;
            };
            /** @enum {string} */
            kind:
              | 'person.name'
              | 'person.email'
              | 'person.login'
              | 'person.phone'
              | 'person.photo'
              | 'person.field'
              | 'person.history'
              | 'person.access'
              | 'person.record'
              | 'dossier.title'
              | 'dossier.description'
              | 'dossier.field'
              | 'dossier.people'
              | 'dossier.history'
              | 'dossier.record'
              | 'message.subject'
              | 'message.body'
              | 'message.copies'
              | 'message.envelope'
              | 'attachment';
            planned: number;
          }[];
          planned: number;
          proven: number;
        };
        tallies: {
          changed: number;
          compared: number;
        };
        times: {
          /** Format: date-time */
          approved: string;
          /** Format: date-time */
          ended: string;
          /** Format: date-time */
          reviewed: string;
          /** Format: date-time */
          started: string;
        };
        readonly unreached: {
          because: string;
          scope: string;
        }[];
        /** @constant */
        version: 1;
      };
      signature: string;
    };
    CertificateFileInput: {
      certificate: {
        account: string;
        readonly acknowledged: (
          | 'not-end-user'
          | 'oneself'
          | 'last-administrator'
          | 'mastered-elsewhere'
          | 'address-shared'
          | 'already-anonymized'
          | 'run-in-progress'
          | 'case-open'
          | 'hired'
          | 'lead'
          | 'interview-pending'
          | 'step-by-hand'
          | 'legal-hold'
          | 'right-missing'
          | 'confirmation-wrong'
          | 'confirmation-outdated'
          | 'host-right-missing'
          | 'host-setting'
        )[];
        ambiguous: number;
        readonly checks: {
          /** Format: date-time */
          at: string;
          readonly changed: {
            count: number;
            /** @enum {string} */
            kind:
              | 'person.name'
              | 'person.email'
              | 'person.login'
              | 'person.phone'
              | 'person.photo'
              | 'person.field'
              | 'person.history'
              | 'person.access'
              | 'person.record'
              | 'dossier.title'
              | 'dossier.description'
              | 'dossier.field'
              | 'dossier.people'
              | 'dossier.history'
              | 'dossier.record'
              | 'message.subject'
              | 'message.body'
              | 'message.copies'
              | 'message.envelope'
              | 'attachment';
          }[];
          readonly covers: ('15-minutes' | '24-hours' | '30-days')[];
          /** Format: date-time */
          due: string;
          ledger: {
            hash: string;
            seq: number;
          };
          reread: number;
          /** @enum {string} */
          result: 'as-left' | 'changed' | 'not-possible';
          /** @enum {string} */
          trouble?:
            | 'signed-out'
            | 'not-permitted'
            | 'gone'
            | 'locked'
            | 'too-fast'
            | 'down'
            | 'rejected'
            | 'unreadable'
            | 'host-removed'
            | 'settings';
          unchecked: number;
        }[];
        /** @enum {string} */
        covers: 'person' | 'one-case';
        edition: number;
        /** @constant */
        format: 'lethe-certificate';
        readonly gaps: {
          because: string;
          count: number;
          /** @enum {string} */
          kind:
            | 'person.name'
            | 'person.email'
            | 'person.login'
            | 'person.phone'
            | 'person.photo'
            | 'person.field'
            | 'person.history'
            | 'person.access'
            | 'person.record'
            | 'dossier.title'
            | 'dossier.description'
            | 'dossier.field'
            | 'dossier.people'
            | 'dossier.history'
            | 'dossier.record'
            | 'message.subject'
            | 'message.body'
            | 'message.copies'
            | 'message.envelope'
            | 'attachment';
        }[];
        grown: number;
        host: {
          kind: string;
          name: string;
        };
        /** Format: uuid */
        installation: string;
        /** Format: date-time */
        issued: string;
        readonly kept: {
          [key: string]: number;
        };
        key: string;
        ledger: {
          ended: {
            hash: string;
            seq: number;
          };
          main: {
            hash: string;
            seq: number;
          };
          run?: {
            hash: string;
            seq: number;
          };
        };
        readonly notProven: {
          /** @enum {string} */
          code?: 'signed-out' | 'not-permitted' | 'gone' | 'locked' | 'too-fast' | 'down' | 'rejected' | 'unreadable';
          count: number;
          /** @enum {string} */
          end: 'clean' | 'already-clean' | 'still-there' | 'waiting' | 'unprovable' | 'refused' | 'stale' | 'open';
          /** @enum {string} */
          kind:
            | 'person.name'
            | 'person.email'
            | 'person.login'
            | 'person.phone'
            | 'person.photo'
            | 'person.field'
            | 'person.history'
            | 'person.access'
            | 'person.record'
            | 'dossier.title'
            | 'dossier.description'
            | 'dossier.field'
            | 'dossier.people'
            | 'dossier.history'
            | 'dossier.record'
            | 'message.subject'
            | 'message.body'
            | 'message.copies'
            | 'message.envelope'
            | 'attachment';
        }[];
        plan: {
          digest: string;
          /** @constant */
          version: 1;
        };
        readonly planned: {
          /** @enum {string} */
          after: '15-minutes' | '24-hours' | '30-days';
          /** Format: date-time */
          due: string;
        }[];
        receipt?: string;
        readonly remains: {
          count: number;
          /** @enum {string} */
          kind:
            | 'person.name'
            | 'person.email'
            | 'person.login'
            | 'person.phone'
            | 'person.photo'
            | 'person.field'
            | 'person.history'
            | 'person.access'
            | 'person.record'
            | 'dossier.title'
            | 'dossier.description'
            | 'dossier.field'
            | 'dossier.people'
            | 'dossier.history'
            | 'dossier.record'
            | 'message.subject'
            | 'message.body'
            | 'message.copies'
            | 'message.envelope'
            | 'attachment';
          where: string;
        }[];
        replays?: string;
        residue: number;
        rules: {
          digest: string;
          name: string;
        };
        run: string;
        spots: number;
        /** @enum {string} */
        state: 'done' | 'done-with-gaps';
        steps: {
          claimed: number;
          readonly ends: {
            [key: string]: number;
          };
          readonly kinds: {
            readonly ends: {
              [key: string]: number;
            };
            /** @enum {string} */
            kind:
              | 'person.name'
              | 'person.email'
              | 'person.login'
              | 'person.phone'
              | 'person.photo'
              | 'person.field'
              | 'person.history'
              | 'person.access'
              | 'person.record'
              | 'dossier.title'
              | 'dossier.description'
              | 'dossier.field'
              | 'dossier.people'
              | 'dossier.history'
              | 'dossier.record'
              | 'message.subject'
              | 'message.body'
              | 'message.copies'
              | 'message.envelope'
              | 'attachment';
            planned: number;
          }[];
          planned: number;
          proven: number;
        };
        tallies: {
          changed: number;
          compared: number;
        };
        times: {
          /** Format: date-time */
          approved: string;
          /** Format: date-time */
          ended: string;
          /** Format: date-time */
          reviewed: string;
          /** Format: date-time */
          started: string;
        };
        readonly unreached: {
          because: string;
          scope: string;
        }[];
        /** @constant */
        version: 1;
      };
      signature: string;
    };
    CertificateKeys: {
      /** Format: uuid */
      installation: string;
      /** @description The one that signs first. */
      readonly keys: {
        /** @description SHA-256 of the public key’s DER form. */
        id: string;
        /** Format: date-time */
        madeAt: string;
        /** @description Ed25519, PEM. */
        publicKey: string;
        /**
         * Format: date-time
         * @description Since then nothing is signed with it; what was stays good.
         */
        retiredAt?: string;
      }[];
    };
    CertificateKeysInput: {
      /** Format: uuid */
      installation: string;
      /** @description The one that signs first. */
      readonly keys: {
        /** @description SHA-256 of the public key’s DER form. */
        id: string;
        /** Format: date-time */
        madeAt: string;
        /** @description Ed25519, PEM. */
        publicKey: string;
        /**
         * Format: date-time
         * @description Since then nothing is signed with it; what was stays good.
         */
        retiredAt?: string;
      }[];
    };
    CertificateVerdict: {
      about?: {
        edition: number;
        host: string;
        /** Format: date-time */
        issued: string;
        /**
         * Format: uuid
         * @description Opaque.
         */
        run: string;
      };
      readonly findings: {
        because?: string;
        /** @enum {string} */
        result: 'holds' | 'fails' | 'not-checked';
        /** @enum {string} */
        what: 'file' | 'key' | 'signature' | 'ledger' | 'positions' | 'issue' | 'receipt' | 'account';
      }[];
      /** @description Editions after this one. */
      later?: number;
      ok: boolean;
    };
    CertificateVerdictInput: {
      about?: {
        edition: number;
        host: string;
        /** Format: date-time */
        issued: string;
        /**
         * Format: uuid
         * @description Opaque.
         */
        run: string;
      };
      readonly findings: {
        because?: string;
        /** @enum {string} */
        result: 'holds' | 'fails' | 'not-checked';
        /** @enum {string} */
        what: 'file' | 'key' | 'signature' | 'ledger' | 'positions' | 'issue' | 'receipt' | 'account';
      }[];
      /** @description Editions after this one. */
      later?: number;
      ok: boolean;
    };
    FoundPerson: {
      active: boolean;
      /** @description Personal. Shortened for those who may not run. */
      readonly addresses: string[];
      dossiers?: number;
      host: string;
      /** @description In the host: what a review takes. */
      id: string;
      /** @enum {string} */
      kind: 'end-user' | 'agent' | 'administrator' | 'candidate' | 'employee' | 'external' | 'other' | 'unknown';
      /** Format: date */
      lastActivity?: string;
      readonly mailDomains: string[];
      masteredBy?: string;
      /** @description Personal. Shortened for those who may not run. */
      name: string;
      /** @description The mailbox seems to be read by several people. */
      sharedMailbox: boolean;
    };
    FoundPersonInput: {
      active: boolean;
      /** @description Personal. Shortened for those who may not run. */
      readonly addresses: string[];
      dossiers?: number;
      host: string;
      /** @description In the host: what a review takes. */
      id: string;
      /** @enum {string} */
      kind: 'end-user' | 'agent' | 'administrator' | 'candidate' | 'employee' | 'external' | 'other' | 'unknown';
      /** Format: date */
      lastActivity?: string;
      readonly mailDomains: string[];
      masteredBy?: string;
      /** @description Personal. Shortened for those who may not run. */
      name: string;
      /** @description The mailbox seems to be read by several people. */
      sharedMailbox: boolean;
    };
    Host: {
      /**
       * @description file: it stands in the settings file and is changed there.
       * @enum {string}
       */
      from: 'file' | 'api';
      kind?: string;
      name: string;
      /** @description What it is, in the list: missing where it cannot be opened. */
      product?: string;
      /** @description For those who configure. Never a key. */
      settings?: {
        [key: string]: unknown;
      };
      /** @description Names of the keys that are kept, sealed. */
      readonly variables?: string[];
      version?: number;
      where: string;
      /** @description What it calls things, in the list: missing where it cannot be opened. */
      words?: {
        dossier: string;
        message: string;
        person: string;
      };
    };
    HostAnswers: {
      readonly answers: {
        /** @description The place of what was asked for, from 1. */
        asked: number;
        readonly people: components['schemas']['FoundPerson'][];
        refused?: string;
      }[];
      failed?: {
        /** @enum {string} */
        code: 'signed-out' | 'not-permitted' | 'gone' | 'locked' | 'too-fast' | 'down' | 'rejected' | 'unreadable';
        says: string;
      };
      host: string;
    };
    HostAnswersInput: {
      readonly answers: {
        /** @description The place of what was asked for, from 1. */
        asked: number;
        readonly people: components['schemas']['FoundPersonInput'][];
        refused?: string;
      }[];
      failed?: {
        /** @enum {string} */
        code: 'signed-out' | 'not-permitted' | 'gone' | 'locked' | 'too-fast' | 'down' | 'rejected' | 'unreadable';
        says: string;
      };
      host: string;
    };
    HostEntry: {
      /** Format: date-time */
      changedAt: string;
      changedBy: string;
      host: string;
      /**
       * Format: date-time
       * @description The secret before this one counts until then.
       */
      olderUntil?: string;
      /** @description Where the pages of the host are, as browsers see them. */
      origin: string;
    };
    HostEntryInput: {
      /** Format: date-time */
      changedAt: string;
      changedBy: string;
      host: string;
      /**
       * Format: date-time
       * @description The secret before this one counts until then.
       */
      olderUntil?: string;
      /** @description Where the pages of the host are, as browsers see them. */
      origin: string;
    };
    HostEntrySecret: {
      /** @description This server as browsers see it: what the host is told to lead to. */
      audience: string;
      host: string;
      /** @description Shown this once. */
      secret: string;
    };
    HostEntrySecretInput: {
      /** @description This server as browsers see it: what the host is told to lead to. */
      audience: string;
      host: string;
      /** @description Shown this once. */
      secret: string;
    };
    HostInput: {
      /**
       * @description file: it stands in the settings file and is changed there.
       * @enum {string}
       */
      from: 'file' | 'api';
      kind?: string;
      name: string;
      /** @description What it is, in the list: missing where it cannot be opened. */
      product?: string;
      /** @description For those who configure. Never a key. */
      settings?: {
        [key: string]: unknown;
      };
      /** @description Names of the keys that are kept, sealed. */
      readonly variables?: string[];
      version?: number;
      where: string;
      /** @description What it calls things, in the list: missing where it cannot be opened. */
      words?: {
        dossier: string;
        message: string;
        person: string;
      };
    };
    HostKind: {
      /** @description Where hosts of this kind are; without, anywhere. */
      readonly domains?: string[];
      /** @description What has to be written about one; everything else has a default. */
      readonly fields: {
        path: string;
        /** @enum {string} */
        type: 'text' | 'key' | 'fixed';
        value?: string;
      }[];
      kind: string;
      /** @description What hosts of this kind cannot blank, by what that depends on. */
      readonly profiles: {
        readonly cannot: components['schemas']['Unable'][];
        when: string;
      }[];
    };
    HostKindInput: {
      /** @description Where hosts of this kind are; without, anywhere. */
      readonly domains?: string[];
      /** @description What has to be written about one; everything else has a default. */
      readonly fields: {
        path: string;
        /** @enum {string} */
        type: 'text' | 'key' | 'fixed';
        value?: string;
      }[];
      kind: string;
      /** @description What hosts of this kind cannot blank, by what that depends on. */
      readonly profiles: {
        readonly cannot: components['schemas']['UnableInput'][];
        when: string;
      }[];
    };
    Inquiry: {
      /** Format: date-time */
      askedAt: string;
      ending?: components['schemas']['InquiryEnding'];
      /** @description Spots seen so far. */
      found: number;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      person: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      run?: string;
      /**
       * @description interrupted: the server was restarted meanwhile; ask for it again.
       * @enum {string}
       */
      state: 'waiting' | 'looking' | 'ended' | 'interrupted';
    };
    InquiryEnding:
      | {
          /** @constant */
          at: 'reviewed';
          /** @description Identifiers that say too little, by kind and place. */
          readonly notLookedFor: {
            [key: string]: unknown;
          }[];
          /**
           * Format: uuid
           * @description Opaque.
           */
          plan: string;
        }
      | {
          /** @constant */
          at: 'blocked';
          readonly obstacles: components['schemas']['Obstacle'][];
        }
      | {
          /** @constant */
          at: 'trouble';
          code: string;
          remedy: string;
          says: string;
        }
      | {
          /** @constant */
          at: 'given-up';
        }
      | {
          /** @constant */
          at: 'checked';
          counts: {
            [key: string]: number;
          };
          readonly found: string[];
          hunted: boolean;
          readonly notClean: string[];
          unchecked: number;
        };
    InquiryEndingInput:
      | {
          /** @constant */
          at: 'reviewed';
          /** @description Identifiers that say too little, by kind and place. */
          readonly notLookedFor: {
            [key: string]: unknown;
          }[];
          /**
           * Format: uuid
           * @description Opaque.
           */
          plan: string;
        }
      | {
          /** @constant */
          at: 'blocked';
          readonly obstacles: components['schemas']['ObstacleInput'][];
        }
      | {
          /** @constant */
          at: 'trouble';
          code: string;
          remedy: string;
          says: string;
        }
      | {
          /** @constant */
          at: 'given-up';
        }
      | {
          /** @constant */
          at: 'checked';
          counts: {
            [key: string]: number;
          };
          readonly found: string[];
          hunted: boolean;
          readonly notClean: string[];
          unchecked: number;
        };
    InquiryInput: {
      /** Format: date-time */
      askedAt: string;
      ending?: components['schemas']['InquiryEndingInput'];
      /** @description Spots seen so far. */
      found: number;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      person: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      run?: string;
      /**
       * @description interrupted: the server was restarted meanwhile; ask for it again.
       * @enum {string}
       */
      state: 'waiting' | 'looking' | 'ended' | 'interrupted';
    };
    KillSwitch: {
      /** Format: date-time */
      changedAt?: string;
      changedBy?: string;
      /** @description Runs that were asked to stop. */
      stopping?: number;
      thrown: boolean;
    };
    KillSwitchInput: {
      /** Format: date-time */
      changedAt?: string;
      changedBy?: string;
      /** @description Runs that were asked to stop. */
      stopping?: number;
      thrown: boolean;
    };
    LedgerVerdict: {
      at?: number;
      /** @enum {string} */
      because?: 'changed' | 'missing' | 'reordered' | 'truncated';
      entries?: number;
      /** @description To note down, outside: a later check against it shows whether an end was cut off. */
      head?: string;
      ok: boolean;
    };
    LedgerVerdictInput: {
      at?: number;
      /** @enum {string} */
      because?: 'changed' | 'missing' | 'reordered' | 'truncated';
      entries?: number;
      /** @description To note down, outside: a later check against it shows whether an end was cut off. */
      head?: string;
      ok: boolean;
    };
    Look: {
      /** Format: date-time */
      askedAt: string;
      /** Format: date-time */
      endedAt?: string;
      /**
       * @description nobody: nobody is to be recognized. cannot: the host does not list everybody. Missing while it goes on.
       * @enum {string}
       */
      ending?: 'looked' | 'nobody' | 'cannot' | 'failed';
      /** @description New ones alone. */
      found: number;
      host: string;
      people: number;
    };
    LookedAtPerson: {
      active: boolean;
      /** @description Personal. Shortened for those who may not run. */
      readonly addresses: string[];
      dossiers?: number;
      host: string;
      /** @description In the host: what a review takes. */
      id: string;
      /** @enum {string} */
      kind: 'end-user' | 'agent' | 'administrator' | 'candidate' | 'employee' | 'external' | 'other' | 'unknown';
      /** Format: date */
      lastActivity?: string;
      readonly mailDomains: string[];
      masteredBy?: string;
      /** @description Personal. Shortened for those who may not run. */
      name: string;
      /** @description What stands in the way of reviewing this account now. */
      readonly obstacles: components['schemas']['Obstacle'][];
      /** @description The mailbox seems to be read by several people. */
      sharedMailbox: boolean;
    };
    LookedAtPersonInput: {
      active: boolean;
      /** @description Personal. Shortened for those who may not run. */
      readonly addresses: string[];
      dossiers?: number;
      host: string;
      /** @description In the host: what a review takes. */
      id: string;
      /** @enum {string} */
      kind: 'end-user' | 'agent' | 'administrator' | 'candidate' | 'employee' | 'external' | 'other' | 'unknown';
      /** Format: date */
      lastActivity?: string;
      readonly mailDomains: string[];
      masteredBy?: string;
      /** @description Personal. Shortened for those who may not run. */
      name: string;
      /** @description What stands in the way of reviewing this account now. */
      readonly obstacles: components['schemas']['ObstacleInput'][];
      /** @description The mailbox seems to be read by several people. */
      sharedMailbox: boolean;
    };
    LookInput: {
      /** Format: date-time */
      askedAt: string;
      /** Format: date-time */
      endedAt?: string;
      /**
       * @description nobody: nobody is to be recognized. cannot: the host does not list everybody. Missing while it goes on.
       * @enum {string}
       */
      ending?: 'looked' | 'nobody' | 'cannot' | 'failed';
      /** @description New ones alone. */
      found: number;
      host: string;
      people: number;
    };
    NoticeCounts: {
      gaveUp: number;
      sent: number;
      waiting: number;
    };
    NoticeCountsInput: {
      gaveUp: number;
      sent: number;
      waiting: number;
    };
    NoticePreferences: {
      /** @description Personal: your own, for you alone. */
      address?: string;
      /** @enum {string} */
      from: 'own' | 'provider' | 'none';
      /**
       * @description Missing: that of the installation.
       * @enum {string}
       */
      language?: 'en' | 'de' | 'fr' | 'es' | 'sv';
      /** @description Whether this installation sends mails at all. */
      mails: boolean;
      readonly unwanted: (
        'second-asked' | 'begins-soon' | 'cancelled' | 'ended-with-gaps' | 'stopped' | 'check-found' | 'returned'
      )[];
    };
    NoticePreferencesInput: {
      /** @description Personal: your own, for you alone. */
      address?: string;
      /** @enum {string} */
      from: 'own' | 'provider' | 'none';
      /**
       * @description Missing: that of the installation.
       * @enum {string}
       */
      language?: 'en' | 'de' | 'fr' | 'es' | 'sv';
      /** @description Whether this installation sends mails at all. */
      mails: boolean;
      readonly unwanted: (
        'second-asked' | 'begins-soon' | 'cancelled' | 'ended-with-gaps' | 'stopped' | 'check-found' | 'returned'
      )[];
    };
    Obstacle: {
      acknowledgeable?: boolean;
      /** @enum {string} */
      code:
        | 'not-end-user'
        | 'oneself'
        | 'last-administrator'
        | 'mastered-elsewhere'
        | 'address-shared'
        | 'already-anonymized'
        | 'run-in-progress'
        | 'case-open'
        | 'hired'
        | 'lead'
        | 'interview-pending'
        | 'step-by-hand'
        | 'legal-hold'
        | 'right-missing'
        | 'confirmation-wrong'
        | 'confirmation-outdated'
        | 'host-right-missing'
        | 'host-setting';
      remedy: string;
      says: string;
    };
    ObstacleInput: {
      acknowledgeable?: boolean;
      /** @enum {string} */
      code:
        | 'not-end-user'
        | 'oneself'
        | 'last-administrator'
        | 'mastered-elsewhere'
        | 'address-shared'
        | 'already-anonymized'
        | 'run-in-progress'
        | 'case-open'
        | 'hired'
        | 'lead'
        | 'interview-pending'
        | 'step-by-hand'
        | 'legal-hold'
        | 'right-missing'
        | 'confirmation-wrong'
        | 'confirmation-outdated'
        | 'host-right-missing'
        | 'host-setting';
      remedy: string;
      says: string;
    };
    Operator: {
      administrator: boolean;
      /** Format: date-time */
      createdAt: string;
      readonly groups: string[];
      id: string;
      /** @enum {string} */
      kind: 'local' | 'open-id' | 'host';
      /** @description Personal: for this screen alone. */
      name: string;
      /** Format: date-time */
      revokedAt?: string;
      /** Format: date-time */
      signedInAt?: string;
    };
    OperatorInput: {
      administrator: boolean;
      /** Format: date-time */
      createdAt: string;
      readonly groups: string[];
      id: string;
      /** @enum {string} */
      kind: 'local' | 'open-id' | 'host';
      /** @description Personal: for this screen alone. */
      name: string;
      /** Format: date-time */
      revokedAt?: string;
      /** Format: date-time */
      signedInAt?: string;
    };
    PasswordCode: {
      /** @description Shown this once. */
      code: string;
      /** Format: date-time */
      expiresAt: string;
      id: string;
    };
    PasswordCodeInput: {
      /** @description Shown this once. */
      code: string;
      /** Format: date-time */
      expiresAt: string;
      id: string;
    };
    Plan: {
      digest: string;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      person: string;
      personKind: string;
      /** @description What is typed to confirm it. */
      phrase: string;
      /** Format: date-time */
      reviewedAt: string;
      reviewedBy: string;
      rules: {
        digest: string;
        name: string;
      };
      sheet: components['schemas']['ReviewSheet'];
      steps: number;
    };
    PlanInput: {
      digest: string;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      person: string;
      personKind: string;
      /** @description What is typed to confirm it. */
      phrase: string;
      /** Format: date-time */
      reviewedAt: string;
      reviewedBy: string;
      rules: {
        digest: string;
        name: string;
      };
      sheet: components['schemas']['ReviewSheetInput'];
      steps: number;
    };
    Preflight: {
      /** @description What this host cannot blank. */
      readonly cannot: components['schemas']['Unable'][];
      readonly obstacles: components['schemas']['Obstacle'][];
      ready: boolean;
      words?: {
        dossier: string;
        message: string;
        person: string;
      };
    };
    PreflightInput: {
      /** @description What this host cannot blank. */
      readonly cannot: components['schemas']['UnableInput'][];
      readonly obstacles: components['schemas']['ObstacleInput'][];
      ready: boolean;
      words?: {
        dossier: string;
        message: string;
        person: string;
      };
    };
    Problem: {
      /** @description The part of the request it is about. */
      at?: string;
      /** @description A code a program can rely on. */
      error: string;
      /** @description Finds the line in the log of the server, for `failed`. */
      id?: string;
      /** @description What is wrong, for a person. */
      message: string;
      /** @description What a person can do about it. */
      remedy?: string;
    };
    ProblemInput: {
      /** @description The part of the request it is about. */
      at?: string;
      /** @description A code a program can rely on. */
      error: string;
      /** @description Finds the line in the log of the server, for `failed`. */
      id?: string;
      /** @description What is wrong, for a person. */
      message: string;
      /** @description What a person can do about it. */
      remedy?: string;
    };
    Returned: {
      /** Format: date-time */
      decidedAt?: string;
      decidedBy?: string;
      /** Format: date-time */
      foundAt: string;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      /** @description What both go by. */
      readonly kinds: ('addresses' | 'phones' | 'logins' | 'externalIds')[];
      person: string;
      /** @enum {string} */
      place: 'same-account' | 'same-host' | 'other-host';
      /**
       * Format: uuid
       * @description The run that erased whom they look like.
       */
      run: string;
      /** @enum {string} */
      state: 'open' | 'another-person' | 'review' | 'consent';
    };
    ReturnedInput: {
      /** Format: date-time */
      decidedAt?: string;
      decidedBy?: string;
      /** Format: date-time */
      foundAt: string;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      /** @description What both go by. */
      readonly kinds: ('addresses' | 'phones' | 'logins' | 'externalIds')[];
      person: string;
      /** @enum {string} */
      place: 'same-account' | 'same-host' | 'other-host';
      /**
       * Format: uuid
       * @description The run that erased whom they look like.
       */
      run: string;
      /** @enum {string} */
      state: 'open' | 'another-person' | 'review' | 'consent';
    };
    ReviewSheet: {
      readonly ambiguous: string[];
      readonly asks: {
        link?: string;
        says: string;
        steps: number;
      }[];
      readonly gaps: {
        because: string;
        instead?: string;
        /** @enum {string} */
        kind:
          | 'person.name'
          | 'person.email'
          | 'person.login'
          | 'person.phone'
          | 'person.photo'
          | 'person.field'
          | 'person.history'
          | 'person.access'
          | 'person.record'
          | 'dossier.title'
          | 'dossier.description'
          | 'dossier.field'
          | 'dossier.people'
          | 'dossier.history'
          | 'dossier.record'
          | 'message.subject'
          | 'message.body'
          | 'message.copies'
          | 'message.envelope'
          | 'attachment';
        label: string;
        source: string;
        spot: string;
      }[];
      readonly mentions: {
        by: string;
        count: number;
        doubt?: string;
        evidence?: string;
        how: string;
      }[];
      readonly remains: {
        /** @enum {string} */
        kind:
          | 'person.name'
          | 'person.email'
          | 'person.login'
          | 'person.phone'
          | 'person.photo'
          | 'person.field'
          | 'person.history'
          | 'person.access'
          | 'person.record'
          | 'dossier.title'
          | 'dossier.description'
          | 'dossier.field'
          | 'dossier.people'
          | 'dossier.history'
          | 'dossier.record'
          | 'message.subject'
          | 'message.body'
          | 'message.copies'
          | 'message.envelope'
          | 'attachment';
        steps: number;
        where: string;
      }[];
      readonly rows: {
        blanked: number;
        cannot: number;
        readonly details: {
          because?: string;
          instead?: string;
          label: string;
          /** @enum {string} */
          role?:
            | 'own'
            | 'author'
            | 'recipient'
            | 'copied'
            | 'attendee'
            | 'opened-by-mail'
            | 'opened'
            | 'about'
            | 'named-in-mail'
            | 'mentioned'
            | 'uninvolved';
          source?: string;
          /** @enum {string} */
          verb?: 'cut' | 'clear' | 'set' | 'remove' | 'close' | 'ask';
          /** @enum {string} */
          what: 'blanked' | 'kept' | 'cannot';
          /** @enum {string} */
          why?: 'uninvolved' | 'rule' | 'already-clean' | 'ambiguous' | 'goes-with-case';
        }[];
        kept: number;
        /** @enum {string} */
        kind:
          | 'person.name'
          | 'person.email'
          | 'person.login'
          | 'person.phone'
          | 'person.photo'
          | 'person.field'
          | 'person.history'
          | 'person.access'
          | 'person.record'
          | 'dossier.title'
          | 'dossier.description'
          | 'dossier.field'
          | 'dossier.people'
          | 'dossier.history'
          | 'dossier.record'
          | 'message.subject'
          | 'message.body'
          | 'message.copies'
          | 'message.envelope'
          | 'attachment';
      }[];
      readonly sideEffects: {
        /** @enum {string} */
        kind:
          | 'person.name'
          | 'person.email'
          | 'person.login'
          | 'person.phone'
          | 'person.photo'
          | 'person.field'
          | 'person.history'
          | 'person.access'
          | 'person.record'
          | 'dossier.title'
          | 'dossier.description'
          | 'dossier.field'
          | 'dossier.people'
          | 'dossier.history'
          | 'dossier.record'
          | 'message.subject'
          | 'message.body'
          | 'message.copies'
          | 'message.envelope'
          | 'attachment';
        steps: number;
        what: string;
      }[];
      totals: {
        blanked: number;
        cannot: number;
        kept: number;
      };
      readonly unreached: {
        because: string;
        scope: string;
      }[];
    };
    ReviewSheetInput: {
      readonly ambiguous: string[];
      readonly asks: {
        link?: string;
        says: string;
        steps: number;
      }[];
      readonly gaps: {
        because: string;
        instead?: string;
        /** @enum {string} */
        kind:
          | 'person.name'
          | 'person.email'
          | 'person.login'
          | 'person.phone'
          | 'person.photo'
          | 'person.field'
          | 'person.history'
          | 'person.access'
          | 'person.record'
          | 'dossier.title'
          | 'dossier.description'
          | 'dossier.field'
          | 'dossier.people'
          | 'dossier.history'
          | 'dossier.record'
          | 'message.subject'
          | 'message.body'
          | 'message.copies'
          | 'message.envelope'
          | 'attachment';
        label: string;
        source: string;
        spot: string;
      }[];
      readonly mentions: {
        by: string;
        count: number;
        doubt?: string;
        evidence?: string;
        how: string;
      }[];
      readonly remains: {
        /** @enum {string} */
        kind:
          | 'person.name'
          | 'person.email'
          | 'person.login'
          | 'person.phone'
          | 'person.photo'
          | 'person.field'
          | 'person.history'
          | 'person.access'
          | 'person.record'
          | 'dossier.title'
          | 'dossier.description'
          | 'dossier.field'
          | 'dossier.people'
          | 'dossier.history'
          | 'dossier.record'
          | 'message.subject'
          | 'message.body'
          | 'message.copies'
          | 'message.envelope'
          | 'attachment';
        steps: number;
        where: string;
      }[];
      readonly rows: {
        blanked: number;
        cannot: number;
        readonly details: {
          because?: string;
          instead?: string;
          label: string;
          /** @enum {string} */
          role?:
            | 'own'
            | 'author'
            | 'recipient'
            | 'copied'
            | 'attendee'
            | 'opened-by-mail'
            | 'opened'
            | 'about'
            | 'named-in-mail'
            | 'mentioned'
            | 'uninvolved';
          source?: string;
          /** @enum {string} */
          verb?: 'cut' | 'clear' | 'set' | 'remove' | 'close' | 'ask';
          /** @enum {string} */
          what: 'blanked' | 'kept' | 'cannot';
          /** @enum {string} */
          why?: 'uninvolved' | 'rule' | 'already-clean' | 'ambiguous' | 'goes-with-case';
        }[];
        kept: number;
        /** @enum {string} */
        kind:
          | 'person.name'
          | 'person.email'
          | 'person.login'
          | 'person.phone'
          | 'person.photo'
          | 'person.field'
          | 'person.history'
          | 'person.access'
          | 'person.record'
          | 'dossier.title'
          | 'dossier.description'
          | 'dossier.field'
          | 'dossier.people'
          | 'dossier.history'
          | 'dossier.record'
          | 'message.subject'
          | 'message.body'
          | 'message.copies'
          | 'message.envelope'
          | 'attachment';
      }[];
      readonly sideEffects: {
        /** @enum {string} */
        kind:
          | 'person.name'
          | 'person.email'
          | 'person.login'
          | 'person.phone'
          | 'person.photo'
          | 'person.field'
          | 'person.history'
          | 'person.access'
          | 'person.record'
          | 'dossier.title'
          | 'dossier.description'
          | 'dossier.field'
          | 'dossier.people'
          | 'dossier.history'
          | 'dossier.record'
          | 'message.subject'
          | 'message.body'
          | 'message.copies'
          | 'message.envelope'
          | 'attachment';
        steps: number;
        what: string;
      }[];
      totals: {
        blanked: number;
        cannot: number;
        kept: number;
      };
      readonly unreached: {
        because: string;
        scope: string;
      }[];
    };
    Run: {
      /** Format: date-time */
      approvedAt: string;
      approvedBy: string;
      /** Format: date-time */
      endedAt?: string;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      readonly obstacles: components['schemas']['Obstacle'][];
      person: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      plan: string;
      /** @description Why it stopped: a code. */
      reason?: string;
      secondBy?: string;
      standing?: components['schemas']['RunStanding'];
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      state: 'queued' | 'running' | 'stopped' | 'done' | 'done-with-gaps' | 'superseded' | 'called-off';
      steps: number;
      /** @description While it was not begun yet. */
      waits?: components['schemas']['Waits'];
    };
    RunInput: {
      /** Format: date-time */
      approvedAt: string;
      approvedBy: string;
      /** Format: date-time */
      endedAt?: string;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      readonly obstacles: components['schemas']['ObstacleInput'][];
      person: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      plan: string;
      /** @description Why it stopped: a code. */
      reason?: string;
      secondBy?: string;
      standing?: components['schemas']['RunStandingInput'];
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      state: 'queued' | 'running' | 'stopped' | 'done' | 'done-with-gaps' | 'superseded' | 'called-off';
      steps: number;
      /** @description While it was not begun yet. */
      waits?: components['schemas']['WaitsInput'];
    };
    RunRow: {
      /** Format: date-time */
      approvedAt: string;
      approvedBy: string;
      /** Format: date-time */
      endedAt?: string;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      person: string;
      /** @description Why it stopped: a code. */
      reason?: string;
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      state: 'queued' | 'running' | 'stopped' | 'done' | 'done-with-gaps' | 'superseded' | 'called-off';
      steps: number;
      /** @description While it was not begun yet. */
      waits?: components['schemas']['Waits'];
    };
    RunRowInput: {
      /** Format: date-time */
      approvedAt: string;
      approvedBy: string;
      /** Format: date-time */
      endedAt?: string;
      host: string;
      /**
       * Format: uuid
       * @description Opaque.
       */
      id: string;
      person: string;
      /** @description Why it stopped: a code. */
      reason?: string;
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      state: 'queued' | 'running' | 'stopped' | 'done' | 'done-with-gaps' | 'superseded' | 'called-off';
      steps: number;
      /** @description While it was not begun yet. */
      waits?: components['schemas']['WaitsInput'];
    };
    RunStanding: {
      done?: number;
      /** @description Workers were killed at it too often: a person has to look. */
      gaveUp: boolean;
      of?: number;
      /** @enum {string} */
      phase?: 'reading' | 'blanking' | 'proving' | 'closing' | 'waiting-for-somebody';
      /** Format: date-time */
      queuedFor?: string;
      secondsLeft?: number;
      /** @description Of the whole run, from 0 to 1. */
      share?: number;
      /** @enum {string} */
      state: 'queued' | 'running' | 'stopped' | 'done' | 'done-with-gaps' | 'superseded' | 'called-off';
      stopAsked: boolean;
      /** Format: date-time */
      waitingUntil?: string;
    };
    RunStandingInput: {
      done?: number;
      /** @description Workers were killed at it too often: a person has to look. */
      gaveUp: boolean;
      of?: number;
      /** @enum {string} */
      phase?: 'reading' | 'blanking' | 'proving' | 'closing' | 'waiting-for-somebody';
      /** Format: date-time */
      queuedFor?: string;
      secondsLeft?: number;
      /** @description Of the whole run, from 0 to 1. */
      share?: number;
      /** @enum {string} */
      state: 'queued' | 'running' | 'stopped' | 'done' | 'done-with-gaps' | 'superseded' | 'called-off';
      stopAsked: boolean;
      /** Format: date-time */
      waitingUntil?: string;
    };
    Session: {
      /** Format: date-time */
      endsAt?: string;
      /**
       * Format: date-time
       * @description Approving asks for a new sign-in from then on.
       */
      freshUntil?: string;
      /** @description Missing while nobody is signed in. */
      operator?: {
        administrator: boolean;
        readonly groups: string[];
        /** @description Came in from the menu of this host, and may do nothing at any other. */
        host?: string;
        /** @description Opaque. */
        id: string;
      };
      readonly rights: ('preview' | 'run' | 'bulk' | 'approve' | 'configure' | 'read-ledger')[];
      /** @description Whether there is an administrator. */
      setUp: boolean;
      /** Format: date-time */
      signedInAt?: string;
      /** @description Goes into the header x-lethe-csrf of whatever changes something. */
      token: string;
      /** @description How one can sign in here. */
      readonly ways: ('password' | 'open-id')[];
    };
    SessionInput: {
      /** Format: date-time */
      endsAt?: string;
      /**
       * Format: date-time
       * @description Approving asks for a new sign-in from then on.
       */
      freshUntil?: string;
      /** @description Missing while nobody is signed in. */
      operator?: {
        administrator: boolean;
        readonly groups: string[];
        /** @description Came in from the menu of this host, and may do nothing at any other. */
        host?: string;
        /** @description Opaque. */
        id: string;
      };
      readonly rights: ('preview' | 'run' | 'bulk' | 'approve' | 'configure' | 'read-ledger')[];
      /** @description Whether there is an administrator. */
      setUp: boolean;
      /** Format: date-time */
      signedInAt?: string;
      /** @description Goes into the header x-lethe-csrf of whatever changes something. */
      token: string;
      /** @description How one can sign in here. */
      readonly ways: ('password' | 'open-id')[];
    };
    SettingsCheck: {
      /** @description The settings that would differ from now. */
      readonly changes: string[];
      /** @description Where it does not fit; what was written there is not repeated. */
      readonly faults: {
        at: string;
        says: string;
      }[];
    };
    SettingsCheckInput: {
      /** @description The settings that would differ from now. */
      readonly changes: string[];
      /** @description Where it does not fit; what was written there is not repeated. */
      readonly faults: {
        at: string;
        says: string;
      }[];
    };
    SettingsDocument: {
      /** Format: date-time */
      changedAt?: string;
      changedBy?: string;
      document: {
        [key: string]: unknown;
      };
      /** @description 0: as it stands in the settings file. */
      version: number;
    };
    SettingsDocumentInput: {
      /** Format: date-time */
      changedAt?: string;
      changedBy?: string;
      document: {
        [key: string]: unknown;
      };
      /** @description 0: as it stands in the settings file. */
      version: number;
    };
    Unable: {
      because: string;
      instead?: string;
      /** @enum {string} */
      kind:
        | 'person.name'
        | 'person.email'
        | 'person.login'
        | 'person.phone'
        | 'person.photo'
        | 'person.field'
        | 'person.history'
        | 'person.access'
        | 'person.record'
        | 'dossier.title'
        | 'dossier.description'
        | 'dossier.field'
        | 'dossier.people'
        | 'dossier.history'
        | 'dossier.record'
        | 'message.subject'
        | 'message.body'
        | 'message.copies'
        | 'message.envelope'
        | 'attachment';
    };
    UnableInput: {
      because: string;
      instead?: string;
      /** @enum {string} */
      kind:
        | 'person.name'
        | 'person.email'
        | 'person.login'
        | 'person.phone'
        | 'person.photo'
        | 'person.field'
        | 'person.history'
        | 'person.access'
        | 'person.record'
        | 'dossier.title'
        | 'dossier.description'
        | 'dossier.field'
        | 'dossier.people'
        | 'dossier.history'
        | 'dossier.record'
        | 'message.subject'
        | 'message.body'
        | 'message.copies'
        | 'message.envelope'
        | 'attachment';
    };
    /** @description second-person: until a request expires. time: it can be taken back until then. night: it begins then. */
    Waits: {
      /** @enum {string} */
      for: 'second-person' | 'time' | 'night';
      /** Format: date-time */
      until?: string;
    };
    /** @description second-person: until a request expires. time: it can be taken back until then. night: it begins then. */
    WaitsInput: {
      /** @enum {string} */
      for: 'second-person' | 'time' | 'night';
      /** Format: date-time */
      until?: string;
    };
    WeekFigures: {
      /** @description Steps settled in it. */
      readonly outcomes: {
        [key: string]: number;
      };
      /** @description Runs begun in it, by what they are at now. */
      readonly runs: {
        [key: string]: number;
      };
      /**
       * Format: date
       * @description Its Monday, in UTC. Weeks without anything are left out.
       */
      week: string;
    };
    WeekFiguresInput: {
      /** @description Steps settled in it. */
      readonly outcomes: {
        [key: string]: number;
      };
      /** @description Runs begun in it, by what they are at now. */
      readonly runs: {
        [key: string]: number;
      };
      /**
       * Format: date
       * @description Its Monday, in UTC. Weeks without anything are left out.
       */
      week: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
