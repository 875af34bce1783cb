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
         * @description Trades the API key and its secret for a token that lives 60 minutes. Every other operation needs this token. Exchange again when it has expired; there is no refresh token.
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
         * @description Returns customers page by page. Without `status` it returns active and inactive ones. Stop when `hasMore` is false.
         */
        get: operations["listCustomers"];
        put?: never;
        /**
         * Create a customer
         * @description Registers one person. Only `type` is required; everything else can follow by `PATCH`, but endorsements are not granted before the identity fields are there. Answers at once, the checks run afterwards.
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
         * @description Returns one customer with wallets and endorsements. Identity fields that were sent in are never part of it.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        /**
         * Delete a customer
         * @description Sets the status to `inactive`. The record stays and can still be read. Nothing is said about a way back.
         */
        delete: operations["deleteCustomer"];
        options?: never;
        head?: never;
        /**
         * Update a customer
         * @description Changes the fields you send and leaves the others alone. Endorsements are only added, a document replaces the one of its `type`, and `signedAgreement` can only become true. The docs show no idempotency key.
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
         * List the wallets of a customer
         * @description Returns one entry per asset and chain, page by page, and an empty list when there is none.
         */
        get: operations["listWallets"];
        put?: never;
        /**
         * Create a wallet
         * @description Makes a custodial wallet for one asset on one chain. The customer needs the `cryptoCustody` endorsement. Deposits go to the `address` in the answer.
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
         * @description Returns one wallet in full. A remark in the customer schema names this call; no page of its own was found.
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
         * @description Returns what the wallet holds and an estimate of its worth in another currency. The call is documented, the names of the fields are not.
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
         * @description Returns the endpoints of your account, without their secrets. The docs state that it exists and show no page for it.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description Subscribes an address of yours to events; deliveries start at once. The answer holds the signing secret, the only time it is shown.
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
         * @description Ends the subscription. The docs state that it exists and show no page for it.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Update a webhook endpoint
         * @description Changes the fields you send. Set `enabled` to false to pause deliveries, to true to resume them.
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
         * List the fields a bank account needs
         * @description Not available in v0.9. Meant to tell which fields each rail of a country and currency asks for, so that you can build a form from it.
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
         * Register a bank account of a customer
         * @description Not available in v0.9. Meant to register an account outside OMS that payouts can go to.
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
         * @description Sent when verification is done and the customer may do more. Read `data.endorsements` to see what is open now.
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
         * @description Any change of status or requirements of one endorsement. Not part of v0.9.
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
         * @description The later counterpart of `customer.endorsement.granted`. Not part of v0.9.
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
         * Money arrived at a wallet
         * @description Sent when somebody pays straight to the address of a wallet. Nothing is converted. The docs give the name of the event and nothing else.
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
         * @description An external account was registered. Not part of v0.9.
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
         * @description An external account was verified. Not part of v0.9.
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
         * An external account was refused
         * @description An external account was refused. Not part of v0.9.
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
         * An external account was removed
         * @description An external account was removed. Not part of v0.9.
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
         * @description One of the five `statusChanged` events, which carry their name in `eventType`. Not part of v0.9.
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
         * @description Carries nothing; answer it like any other delivery. Not part of v0.9.
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
        /** @description The two halves of an API key, as made in the OMS Dashboard. */
        TokenCreateRequest: {
            /**
             * @description Starts with `sk_sdbx_` for the sandbox and with `sk_live_` for production.
             * @example sk_sdbx_example
             */
            apiKey: string;
            /** @description Shown once, when the key is made. Keep it on the server. */
            apiSecret: string;
        };
        /** @description A bearer token. There is no refresh token; exchange the key again instead. */
        Token: {
            /** @description Sent as `Authorization: Bearer <accessToken>` with every other request. */
            accessToken: string;
            /**
             * @description How to send the token.
             * @enum {string}
             */
            tokenType: "bearer" | Unrecognized;
            /**
             * @description Seconds the token lives, counted from the answer.
             * @example 3600
             */
            expiresIn: number;
            /**
             * Format: date-time
             * @description The moment it stops working, in UTC.
             */
            expiresAt: string;
        };
        /** @description One rejected part of a request. */
        ApiErrorDetail: {
            /** @description Where it is, for example `body.residentialAddress.country` or `header.Idempotency-Key`. */
            location?: string;
            /** @description What is wrong there, for programs. */
            code?: string;
            /** @description What is wrong there, for people. */
            message?: string;
        };
        /** @description The body of every error. No public page shows one, so no property is certain to be there and others may be. */
        ApiErrorBody: {
            /**
             * @description What went wrong, for programs. The set of codes is not published; treat unknown codes by their status.
             * @example not_found
             */
            code?: string;
            /** @description What went wrong, for people. Do not show it to end users and do not match on it. */
            message?: string;
            /**
             * @description Names this one request when you write to support.
             * @example req_01H9XfA1iceR3quE
             */
            requestId?: string;
            /** @description One entry per rejected part of the request. */
            details?: components["schemas"]["ApiErrorDetail"][];
        };
        /** @description The short view of a wallet inside a customer. */
        CustomerWallet: {
            /**
             * @description Starts with `wlt_`.
             * @example wlt_01H9Xb3K7nM2pQ4r
             */
            id?: string;
            /**
             * @description The only value seen here is `custodial`. The wallet itself uses `internal` and `external`.
             * @example custodial
             */
            type?: string;
            /**
             * @description Address on the chain.
             * @example 0x7B3a9F2c4D1eA8bF6390cE5d2B7fA104C8e3D9b1
             */
            address?: string;
            /**
             * @description The chain, which the wallet itself calls `chain`.
             * @example polygon
             */
            network?: string;
            /** @example usdc */
            asset?: string;
            /**
             * @description Amount held, a decimal string.
             * @example 1234.56
             */
            balance?: string;
            /**
             * @description About what it is worth in US dollars, a decimal string.
             * @example 1234.56
             */
            estimatedValueUsd?: string;
            /** Format: date-time */
            createdAt?: string;
        };
        /** @description One reason for a refusal, told twice. */
        RejectionReason: {
            /** @description For you. Do not show it to the customer. */
            developerReason?: string;
            /** @description For the customer. */
            reason?: string;
        };
        /** @description What an endorsement asks for, sorted by how far it is. The codes are not documented; treat them as open strings. */
        EndorsementRequirements: {
            /** @description Done. */
            complete?: string[];
            /** @description Handed in and being checked. */
            pending?: string[];
            /** @description Not handed in yet. */
            missing?: string[];
            /** @description Handed in and found wanting. */
            issues?: string[];
        };
        /** @description One permission of a customer and how far it is. Read its name from `type`, or from `name` when `type` is missing. */
        Endorsement: {
            /**
             * @description Which permission. `basic` is needed for all transactions, `cryptoCustody` for wallets, `usd` for USD stablecoins.
             * @enum {string}
             */
            type?: "basic" | "cryptoCustody" | "usd" | Unrecognized;
            /**
             * @description The same as `type`, in case OMS calls it `name`. The docs do not show which.
             * @enum {string}
             */
            name?: "basic" | "cryptoCustody" | "usd" | Unrecognized;
            /**
             * @description `ACTIVE` opens what the endorsement stands for. `REJECTED` and `OFFBOARDED` are ends; `ISSUES` and `REVOKED_ISSUES` say that something has to be put right.
             * @enum {string}
             */
            status?: "INACTIVE" | "PENDING" | "ISSUES" | "ACTIVE" | "REJECTED" | "REVOKED_ISSUES" | "OFFBOARDED" | Unrecognized;
            /** @description Why it was refused. */
            rejectionReasons?: components["schemas"]["RejectionReason"][];
            requirements?: components["schemas"]["EndorsementRequirements"];
        };
        /** @description A customer as OMS returns it. `birthDate`, `residentialAddress`, `ipAddress` and `identifyingInformation` are taken in and never given back. */
        Customer: {
            /**
             * @description Starts with `cst_`. Check no more than the prefix.
             * @example cst_01H9Xa8F5dN6mP3q
             */
            id: string;
            /**
             * @description Names the kind of object, `customer`.
             * @example customer
             */
            object: string;
            /**
             * @example individual
             * @enum {string}
             */
            type: "individual" | Unrecognized;
            /** @example Jane */
            firstName?: string | null;
            /** @example null */
            middleName?: string | null;
            /** @example Smith */
            lastName?: string | null;
            /** @example jane@example.com */
            email?: string | null;
            /**
             * @description Phone number in E.164 form.
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
             * @description An inactive customer cannot start transactions. There is no state in between; how far KYC has come stands in the endorsements.
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
             * @description When `signedAgreement` became true, null before that.
             * @example 2026-03-20T14:15:22Z
             */
            signedAgreementAt?: string | null;
            /** @description A short view of the wallets, one entry per pair of wallet and asset. */
            wallets?: components["schemas"]["CustomerWallet"][];
            /** @description What the customer may do and how far the checks are. Empty right after creation according to the onboarding guide. */
            endorsements: components["schemas"]["Endorsement"][];
            /** @description Free data of yours. */
            metadata?: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt?: string;
        };
        /** @description One page of customers. */
        CustomerList: {
            data: components["schemas"]["Customer"][];
            /** @description Whether another page follows. Stop on false, whatever `cursor` says. */
            hasMore: boolean;
            /** @description Opaque. Where the next page starts. */
            cursor?: string | null;
        };
        /** @description Where the customer lives. Accepted in requests, never returned. */
        ResidentialAddress: {
            /**
             * @description Street and number.
             * @example 123 Main St
             */
            line1?: string;
            /** @description Flat, floor or anything else the street line has no room for. */
            line2?: string;
            /** @example New York */
            city?: string;
            /**
             * @description State or region. The example of the docs is the two-letter code of a US state.
             * @example NY
             */
            state?: string;
            /**
             * @description Country. The example of the docs is an ISO 3166-1 alpha-2 code; no rule is stated.
             * @example US
             */
            country?: string;
            /**
             * @description Postal code.
             * @example 10001
             */
            zipCode?: string;
        };
        /** @description One identity document of the customer, by its number. */
        IdentifyingDocument: {
            /**
             * @description The kind of document. A PATCH with a kind that is already on file replaces that entry.
             * @enum {string}
             */
            type?: "ssn" | "itin" | "driversLicense" | "passport";
            /**
             * @description ISO 3166-1 alpha-2 code of the country that issued it.
             * @example US
             */
            issuingCountry?: string;
            /** @description The number on the document. Whether separators are allowed is not documented. */
            number?: string;
        };
        /** @description A new individual customer. Only `type` is required; the identity fields are needed before endorsements are granted, and leaving them out keeps balances and money movement closed, also in the sandbox. */
        CustomerCreateRequest: {
            /**
             * @description Only individuals can be created in v0.9.
             * @example individual
             * @enum {string}
             */
            type: "individual";
            /**
             * @description Legal first name.
             * @example Jane
             */
            firstName?: string;
            /** @description Middle name. */
            middleName?: string;
            /**
             * @description Legal last name.
             * @example Smith
             */
            lastName?: string;
            /**
             * Format: email
             * @example jane@example.com
             */
            email?: string;
            /**
             * @description Phone number in E.164 form, a plus sign and digits only.
             * @example +12125551234
             */
            phone?: string;
            /**
             * @description Date of birth, YYYY-MM-DD. Never returned.
             * @example 1990-05-15
             */
            birthDate?: string;
            /**
             * @description ISO 3166-1 alpha-2 country code.
             * @example US
             */
            nationality?: string;
            /** @description IP address of the end user, for the location check behind the `basic` endorsement. Never returned. */
            ipAddress?: string;
            /**
             * @description Your own id for this person. You can filter the customer list by it. Whether it must be unique is not documented.
             * @example usr_12345
             */
            externalId?: string;
            /**
             * @description Whether the person has accepted the OMS terms of service.
             * @default false
             */
            signedAgreement?: boolean;
            residentialAddress?: components["schemas"]["ResidentialAddress"];
            /** @description Identity documents. Never returned. */
            identifyingInformation?: components["schemas"]["IdentifyingDocument"][];
            /** @description Endorsements to ask for. Left out, OMS takes `cryptoCustody` and `usd`, which bring `basic` with them. */
            endorsements?: ("basic" | "cryptoCustody" | "usd")[];
            /** @description Free data of yours. */
            metadata?: {
                [key: string]: unknown;
            };
        };
        /** @description The fields to change; what is left out stays as it is. `type` cannot be changed. The docs show no way to clear a field. */
        CustomerUpdateRequest: {
            /** @description Legal first name. */
            firstName?: string;
            /** @description Middle name. */
            middleName?: string;
            /** @description Legal last name. */
            lastName?: string;
            /** Format: email */
            email?: string;
            /** @description Phone number in E.164 form, a plus sign and digits only. */
            phone?: string;
            /** @description Date of birth, YYYY-MM-DD. Never returned. */
            birthDate?: string;
            /** @description ISO 3166-1 alpha-2 country code. */
            nationality?: string;
            /** @description IP address of the end user. Never returned. */
            ipAddress?: string;
            /** @description Your own id for this person. */
            externalId?: string;
            /** @description Can be set to true once; there is no way back to false. */
            signedAgreement?: boolean;
            residentialAddress?: components["schemas"]["ResidentialAddress"];
            /** @description Documents to add. A document of a `type` that is already on file replaces it. Never returned. */
            identifyingInformation?: components["schemas"]["IdentifyingDocument"][];
            /** @description Endorsements to ask for in addition. None is ever removed; naming one that the customer has asks OMS to evaluate it again. */
            endorsements?: ("basic" | "cryptoCustody" | "usd")[];
            /** @description Free data of yours. Whether it is merged with or replaces what is stored is not documented. */
            metadata?: {
                [key: string]: unknown;
            };
        };
        /** @description A wallet. It holds one asset on one chain and its address never changes. */
        Wallet: {
            /**
             * @description Starts with `wlt_`. Used as source or destination in quotes.
             * @example wlt_01H9Xb3K7nM2pQ4r
             */
            id: string;
            /**
             * @description Names the kind of object.
             * @enum {string}
             */
            object: "wallet";
            /**
             * @description `internal` wallets are run by OMS, `external` ones are held elsewhere.
             * @enum {string}
             */
            type?: "internal" | "external" | Unrecognized;
            /**
             * @description The customer it belongs to.
             * @example cst_01H9Xa8F5dN6mP3q
             */
            customerId: string;
            /**
             * @description Address on the chain, where deposits arrive.
             * @example 0xBEEF4a2c891D56e72b67a3f21d0cf94F1D7c5911
             */
            address: string;
            /** @example usdc */
            asset: string;
            /** @example polygon */
            chain: string;
            /**
             * @example active
             * @enum {string}
             */
            status: "active" | "suspended" | "closed" | Unrecognized;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt?: string;
        };
        /** @description One page of wallets. */
        WalletList: {
            /** @description Empty when the customer has no wallet. */
            data: components["schemas"]["Wallet"][];
            /** @description Whether another page follows. */
            hasMore: boolean;
            /** @description Opaque. Where the next page starts. */
            cursor?: string | null;
        };
        /** @description The asset and the chain of the new wallet. The docs list `usdc` on `polygon`, `ethereum` and `solana`, `btc` on `bitcoin`, and `eth` on `ethereum`. */
        WalletCreateRequest: {
            /**
             * @description The asset, in lower case.
             * @example usdc
             */
            asset: string;
            /**
             * @description The chain, in lower case.
             * @example polygon
             */
            chain: string;
        };
        /** @description What a wallet holds and about what that is worth. The docs say what is in it and not what the fields are called, so every name here is a reading. */
        WalletBalance: {
            /**
             * @description Amount held, a decimal string.
             * @example 1234.56
             */
            balance?: string;
            /** @example usdc */
            asset?: string;
            /** @example polygon */
            chain?: string;
            /**
             * @description About what it is worth in `estimatedBalanceCurrencyCode`, a decimal string.
             * @example 1234.56
             */
            estimatedBalance?: string;
            /**
             * @description Currency of the estimate.
             * @example USD
             */
            estimatedBalanceCurrencyCode?: string;
        };
        /** @description An address of yours that OMS sends events to. The secret is not part of it. */
        WebhookEndpoint: {
            /**
             * @description Starts with `whk_`.
             * @example whk_01H9XcA1iceH0okS
             */
            id: string;
            /**
             * @description Names the kind of object.
             * @enum {string}
             */
            object: "webhook";
            /**
             * @description Where events go.
             * @example https://app.example.com/oms/webhooks
             */
            url: string;
            /** @description Event names that are sent. Empty means all of them. */
            events: string[];
            /** @description False while paused. OMS sets it to false when your endpoint answers 410 Gone. */
            enabled: boolean;
            /** @enum {string} */
            status: "active" | "disabled" | Unrecognized;
            /** @description Whether only compliance events are sent. Only an admin API can set it. */
            complianceOnly: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description One page of webhook endpoints. */
        WebhookEndpointList: {
            data: components["schemas"]["WebhookEndpoint"][];
            /** @description Whether another page follows. */
            hasMore: boolean;
            /** @description Opaque. Where the next page starts. */
            cursor?: string | null;
        };
        /** @description Where OMS is to send events, and which. */
        WebhookEndpointCreateRequest: {
            /**
             * Format: uri
             * @description Your HTTPS address.
             * @example https://app.example.com/oms/webhooks
             */
            url: string;
            /** @description Event names to send. Empty or left out means all of them, except compliance events. */
            events?: string[];
            /** @description False pauses delivery. */
            enabled?: boolean;
        };
        /** @description A new webhook endpoint with its signing secret, which is shown this once. */
        WebhookEndpointCreated: {
            /**
             * @description Starts with `whk_`.
             * @example whk_01H9XcA1iceH0okS
             */
            id: string;
            /**
             * @description Names the kind of object.
             * @enum {string}
             */
            object: "webhook";
            /**
             * @description Where events go.
             * @example https://app.example.com/oms/webhooks
             */
            url: string;
            /** @description Event names that are sent. Empty means all of them. */
            events: string[];
            /** @description False while paused. OMS sets it to false when your endpoint answers 410 Gone. */
            enabled: boolean;
            /** @enum {string} */
            status: "active" | "disabled" | Unrecognized;
            /** @description Whether only compliance events are sent. Only an admin API can set it. */
            complianceOnly: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Signs every delivery. Starts with `whsec_`, then 32 random bytes in hex. Store it now; no other call returns it. */
            secret: string;
        };
        /** @description The fields to change; what is left out stays as it is. */
        WebhookEndpointUpdateRequest: {
            /**
             * Format: uri
             * @description Your HTTPS address.
             */
            url?: string;
            /** @description Event names to send, in place of the present ones. Empty means all of them, except compliance events. */
            events?: string[];
            /** @description False pauses delivery, true resumes it. */
            enabled?: boolean;
        };
        /** @description One field of `bankDetails`. */
        ExternalAccountSchemaField: {
            /**
             * @description Its property name.
             * @example routingNumber
             */
            name?: string;
            /** @description Whether it has to be there. */
            required?: boolean;
        };
        /** @description What has to be known about a bank account for one country, currency and rail. The docs promise this and show no field of it. */
        ExternalAccountSchema: {
            /** @example US */
            country?: string;
            /** @example usd */
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
            /** @description The fields `bankDetails` has to hold. */
            fields?: components["schemas"]["ExternalAccountSchemaField"][];
        };
        /** @description The known account schemas. */
        ExternalAccountSchemaList: {
            data: components["schemas"]["ExternalAccountSchema"][];
        };
        /** @description Who holds the bank account. */
        ExternalAccountOwner: {
            /** @example Alice Martin */
            name?: string;
            /**
             * @description The only value shown is `individual`.
             * @example individual
             */
            type?: string;
        };
        /** @description A bank account of the customer, as the docs intend it. */
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
            owner: components["schemas"]["ExternalAccountOwner"];
            /** @description The fields that `GET /external-accounts/schemas` lists for the rail. */
            bankDetails: {
                accountNumber?: string;
                routingNumber?: string;
                /** @example checking */
                accountType?: string;
                bankName?: string;
            } & {
                [key: string]: unknown;
            };
        };
        /** @description A registered bank account, as the docs intend it. */
        ExternalAccount: {
            /**
             * @description Starts with `cpUsBank_` for a US bank account.
             * @example cpUsBank_01H9XsA1iceB4nkA
             */
            id: string;
            /**
             * @description Names the kind of object, `counterparty.usBank` in the onboarding guide and `externalAccount` elsewhere.
             * @example counterparty.usBank
             */
            object: string;
            /** @example cst_01H9XaA1iceM4rTn */
            customerId?: string;
            /** @example usBank */
            type?: string;
            /** @example ach */
            network?: string;
            /**
             * @description The only value shown is `verified`.
             * @example verified
             */
            status?: string;
            owner?: components["schemas"]["ExternalAccountOwner"];
            /** @description The bank fields, with the account number masked. */
            bankDetails?: {
                /** @example ****6789 */
                accountNumber?: string;
                routingNumber?: string;
                accountType?: string;
                bankName?: string;
            } & {
                [key: string]: unknown;
            };
            createdAt?: string;
        };
        /** @description The customer and the endorsements they hold now. */
        CustomerEndorsementGrantedData: {
            /**
             * @description Id of the customer.
             * @example cst_01H9XaA1iceM4rTn
             */
            id: string;
            /**
             * @description Names the kind of object, `customer`.
             * @example customer
             */
            object: string;
            /** @description Names in the documented sample. Full endorsements are accepted as well, as the customer itself has them. */
            endorsements: (("basic" | "cryptoCustody" | "usd") | components["schemas"]["Endorsement"])[];
        };
        /** @description A customer was granted one or more endorsements. */
        CustomerEndorsementGrantedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "customer.endorsement.granted";
            data: components["schemas"]["CustomerEndorsementGrantedData"];
            /** @description Starts with `whd_` and stays the same when the delivery is repeated. The v0.9 sample does not have it. */
            id?: string;
            /** @description When the delivery was made. The v0.9 sample does not have it. */
            createdAt?: string;
            /** @description Rises with every event about the same customer. The v0.9 sample does not have it. */
            sequence?: number;
        };
        /** @description The endorsement that changed. Third-party notes say that the whole resource is sent and show no field. */
        EndorsementEventData: {
            /**
             * @description The customer it belongs to.
             * @example cst_01H9XaA1iceM4rTn
             */
            customerId?: string;
            /**
             * @description Which endorsement.
             * @enum {string}
             */
            type?: "basic" | "cryptoCustody" | "usd" | Unrecognized;
            /**
             * @description The same as `type`, in case OMS calls it `name`.
             * @enum {string}
             */
            name?: "basic" | "cryptoCustody" | "usd" | Unrecognized;
            /** @enum {string} */
            status?: "INACTIVE" | "PENDING" | "ISSUES" | "ACTIVE" | "REJECTED" | "REVOKED_ISSUES" | "OFFBOARDED" | Unrecognized;
            rejectionReasons?: components["schemas"]["RejectionReason"][];
            requirements?: components["schemas"]["EndorsementRequirements"];
        };
        /** @description An endorsement changed. Sent by API versions after v0.9. */
        EndorsementUpdatedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "endorsement.updated";
            /** @description Starts with `whd_` and stays the same when the delivery is repeated, so use it to drop duplicates. */
            id: string;
            /** @description Starts with `evt_`. Names what happened rather than the delivery. */
            eventId?: string;
            /** @description When the delivery was made, ISO 8601 in UTC. */
            createdAt: string;
            /** @description When it happened, ISO 8601 in UTC. */
            occurredAt?: string;
            /** @description Rises with every event about the same resource. Use it to put deliveries in order. */
            sequence?: number;
            data: components["schemas"]["EndorsementEventData"];
        };
        /** @description An endorsement became active. Sent by API versions after v0.9. */
        EndorsementActiveEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "endorsement.active";
            /** @description Starts with `whd_` and stays the same when the delivery is repeated, so use it to drop duplicates. */
            id: string;
            /** @description Starts with `evt_`. Names what happened rather than the delivery. */
            eventId?: string;
            /** @description When the delivery was made, ISO 8601 in UTC. */
            createdAt: string;
            /** @description When it happened, ISO 8601 in UTC. */
            occurredAt?: string;
            /** @description Rises with every event about the same resource. Use it to put deliveries in order. */
            sequence?: number;
            data: components["schemas"]["EndorsementEventData"];
        };
        /** @description The deposit. The docs name the event and show no field of it. */
        WalletDepositDetectedData: {
            /**
             * @description The wallet that received it.
             * @example wlt_01H9XbA1iceP0lyG
             */
            walletId?: string;
            /** @description The customer the wallet belongs to. */
            customerId?: string;
            /** @example usdc */
            asset?: string;
            /** @example polygon */
            chain?: string;
            /** @description The address that received it. */
            address?: string;
            /**
             * @description Amount received, a decimal string.
             * @example 25.00
             */
            amount?: string;
            /** @description The transaction on the chain. */
            transactionHash?: string;
        };
        /** @description Money arrived at the address of a wallet. Nothing is converted. */
        WalletDepositDetectedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "wallet.depositDetected";
            /** @description Starts with `whd_` and stays the same when the delivery is repeated. */
            id?: string;
            /** @description When the delivery was made. */
            createdAt?: string;
            /** @description Rises with every event about the same wallet. */
            sequence?: number;
            data: components["schemas"]["WalletDepositDetectedData"];
        };
        /** @description A wallet is ready. Sent by API versions after v0.9. */
        WalletProvisionedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "wallet.provisioned";
            /** @description Starts with `whd_` and stays the same when the delivery is repeated, so use it to drop duplicates. */
            id: string;
            /** @description Starts with `evt_`. Names what happened rather than the delivery. */
            eventId?: string;
            /** @description When the delivery was made, ISO 8601 in UTC. */
            createdAt: string;
            /** @description When it happened, ISO 8601 in UTC. */
            occurredAt?: string;
            /** @description Rises with every event about the same resource. Use it to put deliveries in order. */
            sequence?: number;
            data: components["schemas"]["Wallet"];
        };
        /** @description An external account was registered. Sent by API versions after v0.9. */
        ExternalAccountCreatedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "externalAccount.created";
            /** @description Starts with `whd_` and stays the same when the delivery is repeated, so use it to drop duplicates. */
            id: string;
            /** @description Starts with `evt_`. Names what happened rather than the delivery. */
            eventId?: string;
            /** @description When the delivery was made, ISO 8601 in UTC. */
            createdAt: string;
            /** @description When it happened, ISO 8601 in UTC. */
            occurredAt?: string;
            /** @description Rises with every event about the same resource. Use it to put deliveries in order. */
            sequence?: number;
            data: components["schemas"]["ExternalAccount"];
        };
        /** @description An external account was verified. Sent by API versions after v0.9. */
        ExternalAccountVerifiedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "externalAccount.verified";
            /** @description Starts with `whd_` and stays the same when the delivery is repeated, so use it to drop duplicates. */
            id: string;
            /** @description Starts with `evt_`. Names what happened rather than the delivery. */
            eventId?: string;
            /** @description When the delivery was made, ISO 8601 in UTC. */
            createdAt: string;
            /** @description When it happened, ISO 8601 in UTC. */
            occurredAt?: string;
            /** @description Rises with every event about the same resource. Use it to put deliveries in order. */
            sequence?: number;
            data: components["schemas"]["ExternalAccount"];
        };
        /** @description An external account was refused. Sent by API versions after v0.9. */
        ExternalAccountDeclinedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "externalAccount.declined";
            /** @description Starts with `whd_` and stays the same when the delivery is repeated, so use it to drop duplicates. */
            id: string;
            /** @description Starts with `evt_`. Names what happened rather than the delivery. */
            eventId?: string;
            /** @description When the delivery was made, ISO 8601 in UTC. */
            createdAt: string;
            /** @description When it happened, ISO 8601 in UTC. */
            occurredAt?: string;
            /** @description Rises with every event about the same resource. Use it to put deliveries in order. */
            sequence?: number;
            data: components["schemas"]["ExternalAccount"];
        };
        /** @description An external account was removed. Sent by API versions after v0.9. */
        ExternalAccountDeletedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "externalAccount.deleted";
            /** @description Starts with `whd_` and stays the same when the delivery is repeated, so use it to drop duplicates. */
            id: string;
            /** @description Starts with `evt_`. Names what happened rather than the delivery. */
            eventId?: string;
            /** @description When the delivery was made, ISO 8601 in UTC. */
            createdAt: string;
            /** @description When it happened, ISO 8601 in UTC. */
            occurredAt?: string;
            /** @description Rises with every event about the same resource. Use it to put deliveries in order. */
            sequence?: number;
            data: components["schemas"]["ExternalAccount"];
        };
        /** @description The status of an external account changed. Sent by API versions after v0.9. */
        ExternalAccountStatusChangedEvent: {
            /**
             * @description The name of the event. The five `statusChanged` events carry it here and not in `event`.
             * @constant
             */
            eventType: "externalAccount.statusChanged";
            /**
             * @description The name of the event, should OMS send it under the usual name after all.
             * @constant
             */
            event?: "externalAccount.statusChanged";
            /** @description Starts with `whd_` and stays the same when the delivery is repeated, so use it to drop duplicates. */
            id: string;
            /** @description Starts with `evt_`. Names what happened rather than the delivery. */
            eventId?: string;
            /** @description When the delivery was made, ISO 8601 in UTC. */
            createdAt: string;
            /** @description When it happened, ISO 8601 in UTC. */
            occurredAt?: string;
            /** @description Rises with every event about the same resource. Use it to put deliveries in order. */
            sequence?: number;
            data: components["schemas"]["ExternalAccount"];
        };
        /** @description A delivery without meaning, to try an endpoint. Sent by API versions after v0.9. */
        WebhookTestEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "webhook.test";
            /** @description Starts with `whd_` and stays the same when the delivery is repeated, so use it to drop duplicates. */
            id: string;
            /** @description Starts with `evt_`. Names what happened rather than the delivery. */
            eventId?: string;
            /** @description When the delivery was made, ISO 8601 in UTC. */
            createdAt: string;
            /** @description When it happened, ISO 8601 in UTC. */
            occurredAt?: string;
            /** @description Rises with every event about the same resource. Use it to put deliveries in order. */
            sequence?: number;
            /** @description Its content is not known. */
            data: {
                [key: string]: unknown;
            };
        };
    };
    responses: {
        /** @description The request cannot be read or lacks something that is not in the body, such as a header or a query parameter. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description The credentials are missing, wrong or expired. An expired token is exchanged for a new one and the call repeated. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description The credentials are valid but do not allow this operation. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description The body was read but a field in it is not acceptable, or a rule of the account forbids the change. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description Too many requests. Wait as long as `Retry-After` says before the next one. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description OMS failed. Whether a write took effect is unknown; repeat it with the same idempotency key. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description OMS cannot answer at the moment. Try again later, after `Retry-After` if it is there. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description The request contradicts an earlier one with the same idempotency key, or the present state of the resource. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description There is nothing with this id in your account and environment. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /** @description Says that this endpoint is not wanted any more. OMS sets `enabled` to false and stops. */
        DeliveryGone: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Any 2xx says that you have the event. Anything else is taken as a failure and OMS delivers again. */
        DeliveryAccepted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description Where the next page starts, the `cursor` of the page before. Leave it out for the first page. */
        Cursor: string;
        /** @description How many entries a page may have at most. */
        Limit: number;
        /** @description A value of your choice, unique to this one write. Send the same value again when you repeat the request and nothing is created twice. Free text; a UUID is a good choice. */
        IdempotencyKey: string;
        /** @description Id of the customer, `cst_…`. */
        CustomerId: string;
        /** @description Id of the customer, `cst_…`. The docs call this parameter `id` here and `customerId` on `/customers/{customerId}`. */
        CustomerPathId: string;
        /** @description Id of the wallet, `wlt_…`. */
        WalletPathId: string;
        /** @description Id of the webhook endpoint, `whk_…`. */
        WebhookEndpointPathId: string;
        /** @description A value of your choice, unique to this one write. The rule for all POST requests asks for it, the sample of this request leaves it out; sending it is the safer choice. */
        IdempotencyKeyOptional: string;
        /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
        WebhookSignature: string;
    };
    requestBodies: never;
    headers: {
        /** @description Seconds to wait, or the HTTP date to wait for. */
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
                status?: "active" | "inactive";
                /** @description Only the customer with exactly this e-mail address. */
                email?: string;
                /** @description Only the customer with this id of yours. */
                externalId?: string;
                /** @description Only customers created after this moment. */
                createdAfter?: string;
                /** @description Only customers created before this moment. */
                createdBefore?: string;
                /** @description Where the next page starts, the `cursor` of the page before. Leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many entries a page may have at most. */
                limit?: components["parameters"]["Limit"];
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
                /** @description A value of your choice, unique to this one write. Send the same value again when you repeat the request and nothing is created twice. Free text; a UUID is a good choice. */
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
            /** @description The customer after the change. */
            200: {
                headers: {
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
                /** @description Where the next page starts, the `cursor` of the page before. Leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many entries a page may have at most. */
                limit?: components["parameters"]["Limit"];
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
                /** @description A value of your choice, unique to this one write. Send the same value again when you repeat the request and nothing is created twice. Free text; a UUID is a good choice. */
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
                estimatedBalanceCurrencyCode?: string;
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
                /** @description Where the next page starts, the `cursor` of the page before. Leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many entries a page may have at most. */
                limit?: components["parameters"]["Limit"];
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
                /** @description A value of your choice, unique to this one write. Send the same value again when you repeat the request and nothing is created twice. Free text; a UUID is a good choice. */
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
            /** @description The endpoint is gone. */
            204: {
                headers: {
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
            /** @description The endpoint after the change. */
            200: {
                headers: {
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
                country?: string;
                /** @description Only schemas for this currency. */
                currency?: string;
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
                /** @description A value of your choice, unique to this one write. The rule for all POST requests asks for it, the sample of this request leaves it out; sending it is the safer choice. */
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
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
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
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
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
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
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
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
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
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
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
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
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
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
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
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
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
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
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
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
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
                /** @description `t=<unix seconds>,v1=<hex>`. The hex is an HMAC-SHA256 over the value of `t`, a dot and the raw request body, made with the secret of the endpoint. The name of the header is documented, its content comes from third-party integration code. */
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
