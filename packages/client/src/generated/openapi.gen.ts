// Generated from openapi/ by `npm run generate`. Do not edit.

declare const unrecognized: unique symbol;
/** A value that this version of the spec does not know: the API may add values to response enums at any time. */
export type Unrecognized = string & { readonly [unrecognized]: true };

export interface paths {
    "/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange an API key for a bearer token
         * @description Exchanges an API key and its secret for the token that every other operation requires. It is valid for 60 minutes; there is no refresh token, so exchange the key again.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description Returns customers in pages, the newest first, both active and inactive ones unless you filter by `status`. Stop when `hasMore` is false.
         */
        get: operations["listCustomers"];
        put?: never;
        /**
         * Create a customer
         * @description Registers one person. Only `type` is required; the rest can follow in a `PATCH`, but endorsements are not granted until the identity fields are present. The checks run after the response: no endorsement is `ACTIVE` in it. Wait for the event `customer.endorsement.granted`, or read the customer again.
         */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a customer
         * @description Returns one customer with wallets and endorsements, but never the write-only identity fields.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        /**
         * Delete a customer
         * @description Sets the status to `inactive`. The customer can still be read. The docs do not say whether this can be undone.
         */
        delete: operations["deleteCustomer"];
        options?: never;
        head?: never;
        /**
         * Update a customer
         * @description Changes only the fields you send. Endorsements are only added, and naming one has it evaluated again. A document replaces the one of the same `type`, and `signedAgreement` cannot be set back to false. The docs show no idempotency key.
         */
        patch: operations["updateCustomer"];
        trace?: never;
    };
    "/customers/{id}/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a customer's wallets
         * @description Returns one entry per asset and chain, in pages, the newest first, or an empty list when there are none. Stop when `hasMore` is false.
         */
        get: operations["listWallets"];
        put?: never;
        /**
         * Create a wallet
         * @description Creates a custodial wallet for one asset on one chain. The customer needs the `cryptoCustody` endorsement. OMS derives the address and manages the keys; deposits go to the `address` in the response.
         */
        post: operations["createWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a wallet
         * @description Returns one wallet in full. The docs name this call for it but have no page about it.
         */
        get: operations["getWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallets/{id}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the balance of a wallet
         * @description Returns the balance and its estimated value in another currency. The docs describe the call but not the field names.
         */
        get: operations["getWalletBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description Returns your endpoints without their secrets, in pages, the newest first. Stop when `hasMore` is false. The docs mention this call but have no page for it.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description Subscribes your URL to events; deliveries start at once. The response contains the signing secret, which is not shown again. You can also subscribe in the OMS Dashboard.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook endpoint
         * @description Returns one endpoint, without its secret.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description Ends the subscription. The docs mention this call but have no page for it.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Update a webhook endpoint
         * @description Changes only the fields you send. Set `enabled` to false to pause deliveries and to true to resume them.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/external-accounts/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the fields required for a bank account
         * @description Not available in v0.9. Intended to list the fields that each rail requires for a country and currency, so that you can build a form. The list is complete; it has no pages.
         */
        get: operations["listExternalAccountSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/external-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a customer's bank account
         * @description Not available in v0.9. Intended to register an account outside OMS that can receive payouts. The `bankDetails` are validated against `GET /external-accounts/schemas`.
         */
        post: operations["createExternalAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "customer.endorsement.granted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer was granted endorsements
         * @description Sent when verification is complete and endorsements are granted. Check `data.endorsements` for what the customer may do now.
         */
        post: operations["receiveCustomerEndorsementGranted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "endorsement.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An endorsement changed
         * @description The status or the requirements of an endorsement changed. Not part of v0.9.
         */
        post: operations["receiveEndorsementUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "endorsement.active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An endorsement became active
         * @description The counterpart of `customer.endorsement.granted` in later versions. Not part of v0.9.
         */
        post: operations["receiveEndorsementActive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "wallet.depositDetected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A deposit arrived at a wallet
         * @description Sent when a deposit goes straight to a wallet's address. Nothing is converted. The docs give only the name of the event.
         */
        post: operations["receiveWalletDepositDetected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "wallet.provisioned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A wallet is ready
         * @description The wallet has its address and can receive deposits. Not part of v0.9.
         */
        post: operations["receiveWalletProvisioned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "externalAccount.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An external account was registered
         * @description Not part of v0.9.
         */
        post: operations["receiveExternalAccountCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "externalAccount.verified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An external account was verified
         * @description Not part of v0.9.
         */
        post: operations["receiveExternalAccountVerified"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "externalAccount.declined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An external account was declined
         * @description Not part of v0.9.
         */
        post: operations["receiveExternalAccountDeclined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "externalAccount.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An external account was deleted
         * @description Not part of v0.9.
         */
        post: operations["receiveExternalAccountDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "externalAccount.statusChanged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The status of an external account changed
         * @description One of the five `statusChanged` events, which have their name in `eventType`. Not part of v0.9.
         */
        post: operations["receiveExternalAccountStatusChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A test delivery
         * @description Has no meaningful content; respond as to any other delivery. Not part of v0.9.
         */
        post: operations["receiveWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description An API key and its secret, created in the OMS Dashboard. */
        TokenCreateRequest: {
            /**
             * @description Starts with `sk_sdbx_` in the sandbox and with `sk_live_` in production.
             * @example sk_sdbx_example
             */
            apiKey: string;
            /**
             * @description Shown once, when the key is created. Keep it on the server.
             * @example example-api-secret
             */
            apiSecret: string;
        };
        /** @description A bearer token. There is no refresh token; exchange the key again instead. */
        Token: {
            /**
             * @description Sent as `Authorization: Bearer <accessToken>` with every other request.
             * @example example-access-token
             */
            accessToken: string;
            /**
             * @description The type of the token.
             * @example bearer
             * @enum {string}
             */
            tokenType: "bearer" | Unrecognized;
            /**
             * @description Lifetime in seconds, from the time of the response.
             * @example 3600
             */
            expiresIn: number;
            /**
             * Format: date-time
             * @description When it expires, in UTC.
             * @example 2024-01-15T11:00:00Z
             */
            expiresAt: string;
        };
        /** @description One rejected part of a request. */
        ApiErrorDetail: {
            /**
             * @description Where it is, for example `body.residentialAddress.country` or `header.Idempotency-Key`.
             * @example body.type
             */
            location?: string;
            /**
             * @description Machine-readable error code.
             * @example required
             */
            code?: string;
            /**
             * @description Human-readable message.
             * @example Is required.
             */
            message?: string;
        };
        /** @description The body of every error. No public page shows one, so any property may be missing, and there may be others. */
        ApiErrorBody: {
            /**
             * @description Machine-readable error code. The codes are not published; handle unknown ones by status.
             * @example not_found
             */
            code?: string;
            /**
             * @description Human-readable message. Do not show it to end users or match on it.
             * @example There is no resource with this id.
             */
            message?: string;
            /**
             * @description Identifies this request when you contact support.
             * @example req_01H9XfA1iceR3quE
             */
            requestId?: string;
            /** @description One entry per rejected part of the request. */
            details?: components["schemas"]["ApiErrorDetail"][];
        };
        /** @description A summary of a wallet, as part of a customer. `GET /wallets/{id}` returns the wallet in full. */
        CustomerWallet: {
            /**
             * @description Starts with `wlt_`.
             * @example wlt_01H9Xb3K7nM2pQ4r
             */
            id?: string;
            /**
             * @description The only value shown is `custodial`. The wallet itself has `internal` or `external`.
             * @example custodial
             */
            type?: string;
            /**
             * @description On-chain address.
             * @example 0x7B3a9F2c4D1eA8bF6390cE5d2B7fA104C8e3D9b1
             */
            address?: string;
            /**
             * @description The chain, which the wallet itself calls `chain`.
             * @example polygon
             */
            network?: "polygon" | "ethereum" | "solana" | "bitcoin" | (string & {});
            /**
             * @description The asset, in lower case.
             * @example usdc
             */
            asset?: "usdc" | "btc" | "eth" | (string & {});
            /**
             * @description Amount held, as a decimal string.
             * @example 1234.56
             */
            balance?: string;
            /**
             * @description Estimated value in US dollars, as a decimal string.
             * @example 1234.56
             */
            estimatedValueUsd?: string;
            /**
             * Format: date-time
             * @description When the wallet was created, in UTC.
             * @example 2026-03-20T15:00:00Z
             */
            createdAt?: string;
        };
        /**
         * @description The name of an endorsement. `basic` unlocks standard operations and is required for all transactions, `cryptoCustody` crypto custody and advanced wallet features, `usd` USD stablecoin operations, including virtual accounts.
         * @example basic
         * @enum {string}
         */
        EndorsementName: "basic" | "cryptoCustody" | "usd" | Unrecognized;
        /**
         * @description How far the checks are. `ACTIVE` means granted. `PENDING` means that the checks run; the outcome comes later. `ISSUES` and `REVOKED_ISSUES` mean that something must be corrected. `REJECTED` is settled: nothing more happens by itself, and a `PATCH` that names the endorsement has it evaluated again. `OFFBOARDED` is closed: naming it changes nothing.
         * @example ACTIVE
         * @enum {string}
         */
        EndorsementStatus: "INACTIVE" | "PENDING" | "ISSUES" | "ACTIVE" | "REJECTED" | "REVOKED_ISSUES" | "OFFBOARDED" | Unrecognized;
        /** @description A reason for a rejection, in two wordings. */
        RejectionReason: {
            /**
             * @description For you. Do not show it to the customer.
             * @example The document number does not match the name.
             */
            developerReason?: string;
            /**
             * @description For the customer.
             * @example We could not verify your identity.
             */
            reason?: string;
        };
        /** @description What an endorsement requires, grouped by progress. The codes are not documented; treat them as open strings. */
        EndorsementRequirements: {
            /**
             * @description Fulfilled.
             * @example [
             *       "firstName",
             *       "lastName"
             *     ]
             */
            complete?: string[];
            /**
             * @description Submitted and under review.
             * @example [
             *       "nationality"
             *     ]
             */
            pending?: string[];
            /**
             * @description Not submitted yet.
             * @example [
             *       "residentialAddress"
             *     ]
             */
            missing?: string[];
            /**
             * @description Submitted but not accepted.
             * @example [
             *       "identifyingInformation"
             *     ]
             */
            issues?: string[];
        };
        /** @description A permission of a customer and its status. Read its name from `type`, or from `name` if `type` is missing. */
        Endorsement: {
            /** @description The name of an endorsement. `basic` unlocks standard operations and is required for all transactions, `cryptoCustody` crypto custody and advanced wallet features, `usd` USD stablecoin operations, including virtual accounts. */
            type?: components["schemas"]["EndorsementName"];
            /** @description The same as `type`, in case OMS calls it `name`. The docs do not show which. */
            name?: components["schemas"]["EndorsementName"];
            /** @description How far the checks are. `ACTIVE` means granted. `PENDING` means that the checks run; the outcome comes later. `ISSUES` and `REVOKED_ISSUES` mean that something must be corrected. `REJECTED` is settled: nothing more happens by itself, and a `PATCH` that names the endorsement has it evaluated again. `OFFBOARDED` is closed: naming it changes nothing. */
            status?: components["schemas"]["EndorsementStatus"];
            /** @description Why it was rejected. */
            rejectionReasons?: components["schemas"]["RejectionReason"][];
            /** @description What an endorsement requires, grouped by progress. The codes are not documented; treat them as open strings. */
            requirements?: components["schemas"]["EndorsementRequirements"];
        };
        /** @description A customer as OMS returns it. `birthDate`, `residentialAddress`, `ipAddress` and `identifyingInformation` are write-only and never returned. */
        Customer: {
            /**
             * @description Starts with `cst_`. Do not validate more than the prefix.
             * @example cst_01H9Xa8F5dN6mP3q
             */
            id: string;
            /**
             * @description The object type, `customer`.
             * @example customer
             */
            object: string;
            /**
             * @description The kind of customer. Only individuals are supported in v0.9.
             * @example individual
             * @enum {string}
             */
            type: "individual" | Unrecognized;
            /**
             * @description Legal first name.
             * @example Jane
             */
            firstName?: string | null;
            /**
             * @description Middle name.
             * @example null
             */
            middleName?: string | null;
            /**
             * @description Legal last name.
             * @example Smith
             */
            lastName?: string | null;
            /**
             * @description Email address.
             * @example jane@example.com
             */
            email?: string | null;
            /**
             * @description Primary phone number in E.164 format.
             * @example +12125551234
             */
            phone?: string | null;
            /**
             * @description ISO 3166-1 alpha-2 country code.
             * @example US
             */
            nationality?: string | null;
            /**
             * @description Your own id for this person.
             * @example usr_12345
             */
            externalId?: string | null;
            /**
             * @description An inactive customer cannot create transactions. There are no other states; KYC progress is in the endorsements.
             * @example active
             * @enum {string}
             */
            status: "active" | "inactive" | Unrecognized;
            /**
             * @description Whether the person has accepted the OMS terms of service.
             * @example true
             */
            signedAgreement?: boolean;
            /**
             * Format: date-time
             * @description When `signedAgreement` became true; null before that.
             * @example 2026-03-20T14:15:22Z
             */
            signedAgreementAt?: string | null;
            /** @description A summary of the wallets, with one entry per wallet and asset. `GET /wallets/{id}` returns a wallet in full. */
            wallets?: components["schemas"]["CustomerWallet"][];
            /** @description What the customer may do, and the status of the checks. Empty right after creation, according to the onboarding guide. */
            endorsements: components["schemas"]["Endorsement"][];
            /**
             * @description Your own data.
             * @example {}
             */
            metadata?: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When the customer was created, in UTC.
             * @example 2026-03-20T14:15:22Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the customer last changed, in UTC.
             * @example 2026-03-21T09:30:00Z
             */
            updatedAt?: string;
        };
        /** @description One page of customers, the newest first. Stop when `hasMore` is false. */
        CustomerList: {
            /** @description The customers of this page. */
            data: components["schemas"]["Customer"][];
            /**
             * @description Whether another page follows. Stop when it is false, whatever `cursor` is.
             * @example false
             */
            hasMore: boolean;
            /**
             * @description Opaque position of the next page, to send as `cursor`. It may be null or missing on the last page.
             * @example example-cursor-2
             */
            cursor?: string | null;
        };
        /** @description Where the customer lives. Accepted in requests, never returned. */
        ResidentialAddress: {
            /**
             * @description Street and number.
             * @example 123 Main St
             */
            line1?: string | undefined;
            /**
             * @description Apartment, floor or similar.
             * @example Apt 4
             */
            line2?: string | undefined;
            /**
             * @description City or town.
             * @example New York
             */
            city?: string | undefined;
            /**
             * @description State or region. The example in the docs is a two-letter US state code.
             * @example NY
             */
            state?: string | undefined;
            /**
             * @description Country. The example in the docs is an ISO 3166-1 alpha-2 code; no rule is stated.
             * @example US
             */
            country?: string | undefined;
            /**
             * @description Postal code.
             * @example 10001
             */
            zipCode?: string | undefined;
        };
        /** @description An identity document of the customer. */
        IdentifyingDocument: {
            /**
             * @description The kind of document. In a PATCH, it replaces an earlier entry of the same kind.
             * @example ssn
             * @enum {string}
             */
            type?: ("ssn" | "itin" | "driversLicense" | "passport" | (string & {})) | undefined;
            /**
             * @description ISO 3166-1 alpha-2 code of the issuing country.
             * @example US
             */
            issuingCountry?: string | undefined;
            /**
             * @description The number on the document. Whether separators are allowed is not documented.
             * @example 000-00-0000
             */
            number?: string | undefined;
        };
        /**
         * @description The name of an endorsement to request.
         * @example cryptoCustody
         * @enum {string}
         */
        RequestedEndorsement: "basic" | "cryptoCustody" | "usd" | Unrecognized;
        /** @description A new individual customer. Only `type` is required, but endorsements need the identity fields; without them, balances and money movement stay unavailable, even in the sandbox. */
        CustomerCreateRequest: {
            /**
             * @description Only individuals can be created in v0.9.
             * @example individual
             * @constant
             */
            type: "individual";
            /**
             * @description Legal first name.
             * @example Jane
             */
            firstName?: string | undefined;
            /**
             * @description Middle name.
             * @example Ann
             */
            middleName?: string | undefined;
            /**
             * @description Legal last name.
             * @example Smith
             */
            lastName?: string | undefined;
            /**
             * Format: email
             * @description Email address.
             * @example jane@example.com
             */
            email?: string | undefined;
            /**
             * @description Primary phone number in E.164 format, a plus sign and digits only.
             * @example +12125551234
             */
            phone?: string | undefined;
            /**
             * Format: date
             * @description Date of birth, YYYY-MM-DD. Never returned.
             * @example 1990-05-15
             */
            birthDate?: string | undefined;
            /**
             * @description ISO 3166-1 alpha-2 country code.
             * @example US
             */
            nationality?: string | undefined;
            /**
             * @description IP address of the end user, for the geographic compliance checks of `basic`. Never returned.
             * @example 203.0.113.10
             */
            ipAddress?: string | undefined;
            /**
             * @description Your own id for this person. You can filter the customer list by it. Whether it must be unique is not documented.
             * @example usr_12345
             */
            externalId?: string | undefined;
            /**
             * @description Whether the person has accepted the OMS terms of service.
             * @default false
             * @example true
             */
            signedAgreement?: boolean | undefined;
            /** @description Where the customer lives. Accepted in requests, never returned. */
            residentialAddress?: components["schemas"]["ResidentialAddress"] | undefined;
            /** @description Identity documents. Never returned. */
            identifyingInformation?: components["schemas"]["IdentifyingDocument"][] | undefined;
            /**
             * @description Endorsements to request. If omitted, OMS takes `cryptoCustody` and `usd`, which include `basic`.
             * @example [
             *       "basic",
             *       "cryptoCustody",
             *       "usd"
             *     ]
             */
            endorsements?: components["schemas"]["RequestedEndorsement"][] | undefined;
            /**
             * @description Your own data.
             * @example {
             *       "plan": "starter"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** @description The fields to change; omitted ones keep their values. `type` cannot be changed. The docs show no way to clear a field. */
        CustomerUpdateRequest: {
            /**
             * @description Legal first name.
             * @example Jane
             */
            firstName?: string | undefined;
            /**
             * @description Middle name.
             * @example Ann
             */
            middleName?: string | undefined;
            /**
             * @description Legal last name.
             * @example Smith
             */
            lastName?: string | undefined;
            /**
             * Format: email
             * @description Email address.
             * @example jane@example.com
             */
            email?: string | undefined;
            /**
             * @description Primary phone number in E.164 format, a plus sign and digits only.
             * @example +12125551234
             */
            phone?: string | undefined;
            /**
             * Format: date
             * @description Date of birth, YYYY-MM-DD. Never returned.
             * @example 1990-05-15
             */
            birthDate?: string | undefined;
            /**
             * @description ISO 3166-1 alpha-2 country code.
             * @example US
             */
            nationality?: string | undefined;
            /**
             * @description IP address of the end user, for the geographic compliance checks of `basic`. Never returned.
             * @example 203.0.113.10
             */
            ipAddress?: string | undefined;
            /**
             * @description Your own id for this person.
             * @example usr_12345
             */
            externalId?: string | undefined;
            /**
             * @description Whether the person has accepted the OMS terms of service. Can be set to true, but not back to false.
             * @example true
             */
            signedAgreement?: boolean | undefined;
            /** @description Where the customer lives. Accepted in requests, never returned. */
            residentialAddress?: components["schemas"]["ResidentialAddress"] | undefined;
            /** @description Documents to add. A document replaces an earlier one of the same `type`. Never returned. */
            identifyingInformation?: components["schemas"]["IdentifyingDocument"][] | undefined;
            /**
             * @description Additional endorsements to request. None are removed; naming an existing one triggers re-evaluation, also of a `REJECTED` one.
             * @example [
             *       "cryptoCustody",
             *       "usd"
             *     ]
             */
            endorsements?: components["schemas"]["RequestedEndorsement"][] | undefined;
            /**
             * @description Your own data. Whether it replaces the stored data or is merged with it is not documented.
             * @example {
             *       "plan": "starter"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** @description A wallet. It holds one asset on one chain, and its address never changes. OMS derives the address and manages the keys. */
        Wallet: {
            /**
             * @description Starts with `wlt_`. Used as source or destination in quotes.
             * @example wlt_01H9Xb3K7nM2pQ4r
             */
            id: string;
            /**
             * @description The object type.
             * @example wallet
             * @constant
             */
            object: "wallet";
            /**
             * @description `internal` wallets are managed by OMS, keys included; `external` ones are held elsewhere.
             * @example internal
             * @enum {string}
             */
            type?: "internal" | "external" | Unrecognized;
            /**
             * @description The customer it belongs to.
             * @example cst_01H9Xa8F5dN6mP3q
             */
            customerId: string;
            /**
             * @description On-chain address that receives deposits.
             * @example 0xBEEF4a2c891D56e72b67a3f21d0cf94F1D7c5911
             */
            address: string;
            /**
             * @description The asset, in lower case.
             * @example usdc
             */
            asset: "usdc" | "btc" | "eth" | (string & {});
            /**
             * @description The chain, in lower case.
             * @example polygon
             */
            chain: "polygon" | "ethereum" | "solana" | "bitcoin" | (string & {});
            /**
             * @description Whether the wallet can be used.
             * @example active
             * @enum {string}
             */
            status: "active" | "suspended" | "closed" | Unrecognized;
            /**
             * Format: date-time
             * @description When the wallet was created, in UTC.
             * @example 2024-01-15T10:01:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the wallet last changed, in UTC.
             * @example 2024-01-15T10:01:00Z
             */
            updatedAt?: string;
        };
        /** @description One page of wallets, the newest first. Stop when `hasMore` is false. */
        WalletList: {
            /** @description The wallets of this page. Empty when the customer has none. */
            data: components["schemas"]["Wallet"][];
            /**
             * @description Whether another page follows. Stop when it is false, whatever `cursor` is.
             * @example false
             */
            hasMore: boolean;
            /**
             * @description Opaque position of the next page, to send as `cursor`. It may be null or missing on the last page.
             * @example example-cursor-2
             */
            cursor?: string | null;
        };
        /** @description The asset and the chain of the new wallet. The docs list `usdc` on `polygon`, `ethereum` and `solana`, `btc` on `bitcoin`, and `eth` on `ethereum`. */
        WalletCreateRequest: {
            /**
             * @description The asset, in lower case.
             * @example usdc
             */
            asset: "usdc" | "btc" | "eth" | (string & {});
            /**
             * @description The chain, in lower case.
             * @example polygon
             */
            chain: "polygon" | "ethereum" | "solana" | "bitcoin" | (string & {});
        };
        /** @description The balance of a wallet and its estimated value. The docs describe the content but not the field names, so every name here is inferred. */
        WalletBalance: {
            /**
             * @description Amount held, as a decimal string.
             * @example 1234.56
             */
            balance?: string;
            /**
             * @description The asset, in lower case.
             * @example usdc
             */
            asset?: "usdc" | "btc" | "eth" | (string & {});
            /**
             * @description The chain, in lower case.
             * @example polygon
             */
            chain?: "polygon" | "ethereum" | "solana" | "bitcoin" | (string & {});
            /**
             * @description Estimated value in `estimatedBalanceCurrencyCode`, as a decimal string.
             * @example 1234.56
             */
            estimatedBalance?: string;
            /**
             * @description Currency of the estimate.
             * @example USD
             */
            estimatedBalanceCurrencyCode?: string;
        };
        /**
         * @description The name of an event. A name that ends in a star stands for all events that begin like it.
         * @example customer.endorsement.granted
         */
        EventName: "customer.endorsement.*" | "customer.endorsement.granted" | "endorsement.updated" | "endorsement.active" | "wallet.depositDetected" | "wallet.provisioned" | "externalAccount.created" | "externalAccount.verified" | "externalAccount.declined" | "externalAccount.deleted" | "externalAccount.statusChanged" | "webhook.test" | (string & {});
        /** @description A URL of yours that OMS sends events to. The secret is not included. */
        WebhookEndpoint: {
            /**
             * @description Starts with `whk_`.
             * @example whk_01H9XcA1iceH0okS
             */
            id: string;
            /**
             * @description The object type.
             * @example webhook
             * @constant
             */
            object: "webhook";
            /**
             * @description Where events are sent.
             * @example https://app.example.com/oms/webhooks
             */
            url: string;
            /**
             * @description Names of the events to send. Empty means all.
             * @example [
             *       "customer.endorsement.granted"
             *     ]
             */
            events: components["schemas"]["EventName"][];
            /**
             * @description False while paused. OMS sets it to false when your endpoint responds with 410 Gone.
             * @example true
             */
            enabled: boolean;
            /**
             * @description Whether events are sent; follows `enabled`.
             * @example active
             * @enum {string}
             */
            status: "active" | "disabled" | Unrecognized;
            /**
             * @description Whether only compliance events are sent. Only an admin API can set it.
             * @example false
             */
            complianceOnly: boolean;
            /**
             * Format: date-time
             * @description When the endpoint was created, in UTC.
             * @example 2024-01-15T09:00:00Z
             */
            createdAt: string;
        };
        /** @description One page of webhook endpoints, the newest first. Stop when `hasMore` is false. */
        WebhookEndpointList: {
            /** @description The endpoints of this page. */
            data: components["schemas"]["WebhookEndpoint"][];
            /**
             * @description Whether another page follows. Stop when it is false, whatever `cursor` is.
             * @example false
             */
            hasMore: boolean;
            /**
             * @description Opaque position of the next page, to send as `cursor`. It may be null or missing on the last page.
             * @example example-cursor-2
             */
            cursor?: string | null;
        };
        /** @description Where OMS sends events, and which ones. */
        WebhookEndpointCreateRequest: {
            /**
             * Format: uri
             * @description Your HTTPS URL.
             * @example https://app.example.com/oms/webhooks
             */
            url: string;
            /**
             * @description Names of the events to send. Empty or omitted means all except compliance events.
             * @example [
             *       "customer.endorsement.granted"
             *     ]
             */
            events?: components["schemas"]["EventName"][] | undefined;
            /**
             * @description False pauses delivery.
             * @example true
             */
            enabled?: boolean | undefined;
        };
        /** @description A new webhook endpoint with its signing secret, which is shown only once. */
        WebhookEndpointCreated: {
            /**
             * @description Signs every delivery. Starts with `whsec_`, followed by 32 random bytes in hex. Store it now; no other call returns it.
             * @example whsec_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
             */
            secret: string;
        } & components["schemas"]["WebhookEndpoint"];
        /** @description The fields to change; omitted ones keep their values. */
        WebhookEndpointUpdateRequest: {
            /**
             * Format: uri
             * @description Your HTTPS URL.
             * @example https://app.example.com/oms/v2/webhooks
             */
            url?: string | undefined;
            /**
             * @description Names of the events to send, replacing the current ones. Empty means all except compliance events.
             * @example [
             *       "customer.endorsement.granted",
             *       "wallet.depositDetected"
             *     ]
             */
            events?: components["schemas"]["EventName"][] | undefined;
            /**
             * @description False pauses delivery, true resumes it.
             * @example false
             */
            enabled?: boolean | undefined;
        };
        /** @description One field of `bankDetails`. */
        ExternalAccountSchemaField: {
            /**
             * @description The property name.
             * @example routingNumber
             */
            name?: string;
            /**
             * @description Whether it is required.
             * @example true
             */
            required?: boolean;
        };
        /** @description The fields required of a bank account for one country, currency and rail. The docs announce this but show no field names. */
        ExternalAccountSchema: {
            /**
             * @description The country of the bank.
             * @example US
             */
            country?: string;
            /**
             * @description The currency of the account.
             * @example usd
             */
            currency?: string;
            /**
             * @description The `type` to send when you register such an account.
             * @example usBank
             */
            type?: string;
            /**
             * @description The rail.
             * @example ach
             */
            network?: string;
            /** @description The fields of `bankDetails`. */
            fields?: components["schemas"]["ExternalAccountSchemaField"][];
        };
        /** @description The known account schemas. The list is complete; it has no pages. */
        ExternalAccountSchemaList: {
            /** @description One entry per country, currency and rail. */
            data: components["schemas"]["ExternalAccountSchema"][];
        };
        /** @description The owner of the bank account. */
        ExternalAccountOwner: {
            /**
             * @description The name of the owner.
             * @example Alice Martin
             */
            name?: string | undefined;
            /**
             * @description The only value shown is `individual`.
             * @example individual
             */
            type?: string | undefined;
        };
        /** @description The bank fields of a rail. */
        ExternalAccountBankDetails: {
            /**
             * @description The account number. Masked in responses.
             * @example ****6789
             */
            accountNumber?: string | undefined;
            /**
             * @description The routing number of the bank.
             * @example 021000021
             */
            routingNumber?: string | undefined;
            /**
             * @description The kind of account. The only value shown is `checking`.
             * @example checking
             */
            accountType?: string | undefined;
            /**
             * @description The name of the bank.
             * @example Chase
             */
            bankName?: string | undefined;
        } & {
            [key: string]: unknown;
        };
        /** @description The customer's bank account, in the shape the docs announce. */
        ExternalAccountCreateRequest: {
            /**
             * @description The kind of account. The only value shown is `usBank`.
             * @example usBank
             */
            type: string;
            /**
             * @description The rail, for example `ach`, `wire` or `swift`.
             * @example ach
             */
            network: string;
            /** @description The owner of the bank account. */
            owner: components["schemas"]["ExternalAccountOwner"];
            /** @description The fields that `GET /external-accounts/schemas` lists for the rail. OMS validates them against that list. */
            bankDetails: components["schemas"]["ExternalAccountBankDetails"];
        };
        /** @description A registered bank account, in the shape the docs announce. */
        ExternalAccount: {
            /**
             * @description Starts with `cpUsBank_` for a US bank account. Identifies the account elsewhere in OMS, as the destination of a payout.
             * @example cpUsBank_01H9XsA1iceB4nkA
             */
            id: string;
            /**
             * @description The object type, `counterparty.usBank` in the onboarding guide and `externalAccount` elsewhere.
             * @example counterparty.usBank
             */
            object: string;
            /**
             * @description The customer it belongs to.
             * @example cst_01H9XaA1iceM4rTn
             */
            customerId?: string;
            /**
             * @description The kind of account. The only value shown is `usBank`.
             * @example usBank
             */
            type?: string;
            /**
             * @description The rail, for example `ach`, `wire` or `swift`.
             * @example ach
             */
            network?: string;
            /**
             * @description The only value shown is `verified`.
             * @example verified
             */
            status?: string;
            /** @description The owner of the bank account. */
            owner?: components["schemas"]["ExternalAccountOwner"];
            /** @description The bank fields, with the account number masked. */
            bankDetails?: components["schemas"]["ExternalAccountBankDetails"];
            /**
             * Format: date-time
             * @description When the account was registered, in UTC.
             * @example 2024-01-15T10:02:00Z
             */
            createdAt?: string;
        };
        /** @description What every delivery carries beside its event and data. None of it is in the v0.9 sample. */
        EventEnvelope: {
            /**
             * @description Starts with `whd_` and is the same on every retry; use it to drop duplicates.
             * @example whd_01H9XdA1iceD01iv
             */
            id?: string;
            /**
             * @description Starts with `evt_`. Identifies the event rather than the delivery.
             * @example evt_01H9XeA1iceE01vt
             */
            eventId?: string;
            /**
             * Format: date-time
             * @description When the delivery was created, ISO 8601 in UTC.
             * @example 2024-01-15T10:03:00Z
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When it happened, ISO 8601 in UTC.
             * @example 2024-01-15T10:02:59Z
             */
            occurredAt?: string;
            /**
             * @description Increases with every event about the same resource; use it to order deliveries.
             * @example 2
             */
            sequence?: number;
        };
        /** @description The customer and their current endorsements. */
        CustomerEndorsementGrantedData: {
            /**
             * @description Id of the customer.
             * @example cst_01H9XaA1iceM4rTn
             */
            id: string;
            /**
             * @description The object type, `customer`.
             * @example customer
             */
            object: string;
            /**
             * @description Names, as in the documented sample. Full endorsements, as in the customer, are also accepted.
             * @example [
             *       "basic",
             *       "cryptoCustody",
             *       "usd"
             *     ]
             */
            endorsements: (components["schemas"]["EndorsementName"] | components["schemas"]["Endorsement"])[];
        };
        /** @description A customer was granted one or more endorsements. */
        CustomerEndorsementGrantedEvent: {
            /**
             * @description The event name.
             * @constant
             */
            event: "customer.endorsement.granted";
            /** @description The customer and their current endorsements. */
            data: components["schemas"]["CustomerEndorsementGrantedData"];
        } & components["schemas"]["EventEnvelope"];
        /** @description The endorsement that changed. Third-party notes say that the whole resource is sent but show no fields. */
        EndorsementEventData: {
            /**
             * @description The customer it belongs to.
             * @example cst_01H9XaA1iceM4rTn
             */
            customerId?: string;
        } & components["schemas"]["Endorsement"];
        /** @description An endorsement changed. Sent by API versions after v0.9. */
        EndorsementUpdatedEvent: {
            /**
             * @description The event name.
             * @constant
             */
            event: "endorsement.updated";
            /** @description The endorsement that changed. Third-party notes say that the whole resource is sent but show no fields. */
            data: components["schemas"]["EndorsementEventData"];
        } & WithRequired<components["schemas"]["EventEnvelope"], "id" | "createdAt">;
        /** @description An endorsement became active. Sent by API versions after v0.9. */
        EndorsementActiveEvent: {
            /**
             * @description The event name.
             * @constant
             */
            event: "endorsement.active";
            /** @description The endorsement that changed. Third-party notes say that the whole resource is sent but show no fields. */
            data: components["schemas"]["EndorsementEventData"];
        } & WithRequired<components["schemas"]["EventEnvelope"], "id" | "createdAt">;
        /** @description The deposit. The docs name the event but show no fields. */
        WalletDepositDetectedData: {
            /**
             * @description The wallet that received it.
             * @example wlt_01H9XbA1iceP0lyG
             */
            walletId?: string;
            /**
             * @description The customer the wallet belongs to.
             * @example cst_01H9XaA1iceM4rTn
             */
            customerId?: string;
            /**
             * @description The asset, in lower case.
             * @example usdc
             */
            asset?: "usdc" | "btc" | "eth" | (string & {});
            /**
             * @description The chain, in lower case.
             * @example polygon
             */
            chain?: "polygon" | "ethereum" | "solana" | "bitcoin" | (string & {});
            /**
             * @description The address that received it.
             * @example 0xBEEF4a2c891D56e72b67a3f21d0cf94F1D7c5911
             */
            address?: string;
            /**
             * @description Amount received, as a decimal string.
             * @example 25.00
             */
            amount?: string;
            /**
             * @description The on-chain transaction.
             * @example 0xab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34
             */
            transactionHash?: string;
        };
        /** @description A deposit arrived at a wallet's address. Nothing is converted. */
        WalletDepositDetectedEvent: {
            /**
             * @description The event name.
             * @constant
             */
            event: "wallet.depositDetected";
            /** @description The deposit. The docs name the event but show no fields. */
            data: components["schemas"]["WalletDepositDetectedData"];
        } & components["schemas"]["EventEnvelope"];
        /** @description A wallet is ready. Sent by API versions after v0.9. */
        WalletProvisionedEvent: {
            /**
             * @description The event name.
             * @constant
             */
            event: "wallet.provisioned";
            /** @description A wallet. It holds one asset on one chain, and its address never changes. OMS derives the address and manages the keys. */
            data: components["schemas"]["Wallet"];
        } & WithRequired<components["schemas"]["EventEnvelope"], "id" | "createdAt">;
        /** @description An external account was registered. Sent by API versions after v0.9. */
        ExternalAccountCreatedEvent: {
            /**
             * @description The event name.
             * @constant
             */
            event: "externalAccount.created";
            /** @description A registered bank account, in the shape the docs announce. */
            data: components["schemas"]["ExternalAccount"];
        } & WithRequired<components["schemas"]["EventEnvelope"], "id" | "createdAt">;
        /** @description An external account was verified. Sent by API versions after v0.9. */
        ExternalAccountVerifiedEvent: {
            /**
             * @description The event name.
             * @constant
             */
            event: "externalAccount.verified";
            /** @description A registered bank account, in the shape the docs announce. */
            data: components["schemas"]["ExternalAccount"];
        } & WithRequired<components["schemas"]["EventEnvelope"], "id" | "createdAt">;
        /** @description An external account was declined. Sent by API versions after v0.9. */
        ExternalAccountDeclinedEvent: {
            /**
             * @description The event name.
             * @constant
             */
            event: "externalAccount.declined";
            /** @description A registered bank account, in the shape the docs announce. */
            data: components["schemas"]["ExternalAccount"];
        } & WithRequired<components["schemas"]["EventEnvelope"], "id" | "createdAt">;
        /** @description An external account was deleted. Sent by API versions after v0.9. */
        ExternalAccountDeletedEvent: {
            /**
             * @description The event name.
             * @constant
             */
            event: "externalAccount.deleted";
            /** @description A registered bank account, in the shape the docs announce. */
            data: components["schemas"]["ExternalAccount"];
        } & WithRequired<components["schemas"]["EventEnvelope"], "id" | "createdAt">;
        /** @description The status of an external account changed. Sent by API versions after v0.9. */
        ExternalAccountStatusChangedEvent: {
            /**
             * @description The event name. The five `statusChanged` events have it here instead of in `event`.
             * @constant
             */
            eventType: "externalAccount.statusChanged";
            /**
             * @description The event name, in case OMS sends it under the usual key after all.
             * @constant
             */
            event?: "externalAccount.statusChanged";
            /** @description A registered bank account, in the shape the docs announce. */
            data: components["schemas"]["ExternalAccount"];
        } & WithRequired<components["schemas"]["EventEnvelope"], "id" | "createdAt">;
        /** @description A test delivery. Sent by API versions after v0.9. */
        WebhookTestEvent: {
            /**
             * @description The event name.
             * @constant
             */
            event: "webhook.test";
            /**
             * @description The content is unknown.
             * @example {}
             */
            data: {
                [key: string]: unknown;
            };
        } & WithRequired<components["schemas"]["EventEnvelope"], "id" | "createdAt">;
    };
    responses: {
        /** @description The request cannot be parsed, or a header or parameter is missing or invalid. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description The credentials are missing, wrong or expired. If the token has expired, exchange the key again and retry. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description The credentials are valid but do not allow this operation. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description The body was parsed, but a field in it is invalid or a rule forbids the change. */
        UnprocessableContent: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description Too many requests. Wait for the time in `Retry-After` before the next one. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description OMS failed. A write may or may not have taken effect; retry it with the same idempotency key. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description OMS is temporarily unavailable. Retry later, after `Retry-After` if present. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description The request conflicts with an earlier one that used the same idempotency key, or with the current state of the resource. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description No resource with this id exists in your account and environment. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description The endpoint no longer wants events. OMS sets `enabled` to false and stops delivering. */
        DeliveryGone: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Any 2xx acknowledges the event. Any other status except 410 counts as a failure, and OMS retries. */
        DeliveryAccepted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description The `cursor` of the previous page. Omit it for the first page. */
        Cursor: string;
        /** @description The maximum number of entries per page. */
        Limit: number;
        /** @description Any text of your choice, such as a UUID, unique to this write. When you retry the request, send the same value so that nothing is created twice. */
        IdempotencyKey: string;
        /** @description Id of the customer, `cst_…`. */
        CustomerId: string;
        /** @description Id of the customer, `cst_…`. The docs call this parameter `id` here and `customerId` on `/customers/{customerId}`. */
        CustomerPathId: string;
        /** @description Id of the wallet, `wlt_…`. */
        WalletPathId: string;
        /** @description Id of the webhook endpoint, `whk_…`. */
        WebhookEndpointPathId: string;
        /** @description Any text of your choice, unique to this write. The docs require it on all POST requests but omit it in the sample for this one; sending it is safer. */
        IdempotencyKeyOptional: string;
        /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
        WebhookSignature: string;
    };
    requestBodies: never;
    headers: {
        /** @description Identifies this request when you contact support. */
        RequestId: string;
        /** @description Seconds to wait, or an HTTP date to wait until. */
        RetryAfter: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenCreateRequest"];
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description Only customers with this status. */
                status?: ("active" | "inactive" | Unrecognized) | undefined;
                /** @description Only customers with exactly this email address. */
                email?: string | undefined;
                /** @description Only customers with this external id. */
                externalId?: string | undefined;
                /** @description Only customers created at this time or later. */
                createdAfter?: string | undefined;
                /** @description Only customers created at this time or earlier. */
                createdBefore?: string | undefined;
                /** @description The `cursor` of the previous page. Omit it for the first page. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description The maximum number of entries per page. */
                limit?: components["parameters"]["Limit"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of customers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of your choice, such as a UUID, unique to this write. When you retry the request, send the same value so that nothing is created twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerCreateRequest"];
            };
        };
        responses: {
            /** @description The new customer. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the customer, `cst_…`. */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the customer, `cst_…`. */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer, now inactive. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the customer, `cst_…`. */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerUpdateRequest"];
            };
        };
        responses: {
            /** @description The updated customer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listWallets: {
        parameters: {
            query?: {
                /** @description The `cursor` of the previous page. Omit it for the first page. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description The maximum number of entries per page. */
                limit?: components["parameters"]["Limit"] | undefined;
            };
            header?: never;
            path: {
                /** @description Id of the customer, `cst_…`. The docs call this parameter `id` here and `customerId` on `/customers/{customerId}`. */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of wallets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createWallet: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of your choice, such as a UUID, unique to this write. When you retry the request, send the same value so that nothing is created twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the customer, `cst_…`. The docs call this parameter `id` here and `customerId` on `/customers/{customerId}`. */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalletCreateRequest"];
            };
        };
        responses: {
            /** @description The new wallet. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the wallet, `wlt_…`. */
                id: components["parameters"]["WalletPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wallet. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWalletBalance: {
        parameters: {
            query?: {
                /** @description Currency of the estimate. */
                estimatedBalanceCurrencyCode?: string | undefined;
            };
            header?: never;
            path: {
                /** @description Id of the wallet, `wlt_…`. */
                id: components["parameters"]["WalletPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balance. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletBalance"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description The `cursor` of the previous page. Omit it for the first page. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description The maximum number of entries per page. */
                limit?: components["parameters"]["Limit"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of endpoints. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of your choice, such as a UUID, unique to this write. When you retry the request, send the same value so that nothing is created twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointCreateRequest"];
            };
        };
        responses: {
            /** @description The new endpoint with its secret. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook endpoint, `whk_…`. */
                id: components["parameters"]["WebhookEndpointPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook endpoint, `whk_…`. */
                id: components["parameters"]["WebhookEndpointPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook endpoint, `whk_…`. */
                id: components["parameters"]["WebhookEndpointPathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointUpdateRequest"];
            };
        };
        responses: {
            /** @description The updated endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listExternalAccountSchemas: {
        parameters: {
            query?: {
                /** @description Only schemas for this country. */
                country?: string | undefined;
                /** @description Only schemas for this currency. */
                currency?: string | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schemas. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExternalAccountSchemaList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createExternalAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your choice, unique to this write. The docs require it on all POST requests but omit it in the sample for this one; sending it is safer. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                /** @description Id of the customer, `cst_…`. The docs call this parameter `id` here and `customerId` on `/customers/{customerId}`. */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExternalAccountCreateRequest"];
            };
        };
        responses: {
            /** @description The new account. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExternalAccount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    receiveCustomerEndorsementGranted: {
        parameters: {
            query?: never;
            header: {
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
                "Webhook-Signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerEndorsementGrantedEvent"];
            };
        };
        responses: {
            410: components["responses"]["DeliveryGone"];
            "2XX": components["responses"]["DeliveryAccepted"];
        };
    };
    receiveEndorsementUpdated: {
        parameters: {
            query?: never;
            header: {
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
                "Webhook-Signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndorsementUpdatedEvent"];
            };
        };
        responses: {
            410: components["responses"]["DeliveryGone"];
            "2XX": components["responses"]["DeliveryAccepted"];
        };
    };
    receiveEndorsementActive: {
        parameters: {
            query?: never;
            header: {
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
                "Webhook-Signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndorsementActiveEvent"];
            };
        };
        responses: {
            410: components["responses"]["DeliveryGone"];
            "2XX": components["responses"]["DeliveryAccepted"];
        };
    };
    receiveWalletDepositDetected: {
        parameters: {
            query?: never;
            header: {
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
                "Webhook-Signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalletDepositDetectedEvent"];
            };
        };
        responses: {
            410: components["responses"]["DeliveryGone"];
            "2XX": components["responses"]["DeliveryAccepted"];
        };
    };
    receiveWalletProvisioned: {
        parameters: {
            query?: never;
            header: {
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
                "Webhook-Signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalletProvisionedEvent"];
            };
        };
        responses: {
            410: components["responses"]["DeliveryGone"];
            "2XX": components["responses"]["DeliveryAccepted"];
        };
    };
    receiveExternalAccountCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
                "Webhook-Signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExternalAccountCreatedEvent"];
            };
        };
        responses: {
            410: components["responses"]["DeliveryGone"];
            "2XX": components["responses"]["DeliveryAccepted"];
        };
    };
    receiveExternalAccountVerified: {
        parameters: {
            query?: never;
            header: {
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
                "Webhook-Signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExternalAccountVerifiedEvent"];
            };
        };
        responses: {
            410: components["responses"]["DeliveryGone"];
            "2XX": components["responses"]["DeliveryAccepted"];
        };
    };
    receiveExternalAccountDeclined: {
        parameters: {
            query?: never;
            header: {
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
                "Webhook-Signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExternalAccountDeclinedEvent"];
            };
        };
        responses: {
            410: components["responses"]["DeliveryGone"];
            "2XX": components["responses"]["DeliveryAccepted"];
        };
    };
    receiveExternalAccountDeleted: {
        parameters: {
            query?: never;
            header: {
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
                "Webhook-Signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExternalAccountDeletedEvent"];
            };
        };
        responses: {
            410: components["responses"]["DeliveryGone"];
            "2XX": components["responses"]["DeliveryAccepted"];
        };
    };
    receiveExternalAccountStatusChanged: {
        parameters: {
            query?: never;
            header: {
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
                "Webhook-Signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExternalAccountStatusChangedEvent"];
            };
        };
        responses: {
            410: components["responses"]["DeliveryGone"];
            "2XX": components["responses"]["DeliveryAccepted"];
        };
    };
    receiveWebhookTest: {
        parameters: {
            query?: never;
            header: {
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 of the value of `t`, a dot and the raw request body, keyed with the endpoint's secret. The header name is documented; the format comes from third-party integration code. */
                "Webhook-Signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookTestEvent"];
            };
        };
        responses: {
            410: components["responses"]["DeliveryGone"];
            "2XX": components["responses"]["DeliveryAccepted"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
