// Generated from the description of the admin routes. Do not edit; run `npm run generate`.
export interface paths {
    "/__oms/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Version, spec and mode. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The description of these routes, as OpenAPI 3.1. */
        get: operations["getAdminApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/spec": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The spec that messages are checked against. */
        get: operations["getSpec"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, as server-sent events.
         * @description Events are `begin`, `changes` (its data is `Changes`), `missed` when some are not there any more, and `end` when the server closes. At most ten messages a second.
         */
        get: operations["readStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/violations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has broken the contract so far: the latest 10,000. */
        get: operations["listViolations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests so far: the latest 10,000. */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest exchanges, the oldest first, where they are recorded (`studio`). */
        get: operations["listExchanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/exchanges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An exchange in full. */
        get: operations["getExchange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which statuses of which operations were met, and which violations. */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forgets requests and violations, and empties the sandbox. */
        post: operations["reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clock of the sandbox, and what lies ahead. */
        get: operations["getClock"];
        put?: never;
        /** Moves the sandbox's clock forward, by so much or to a moment that lies ahead. */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Made-up people to create customers from, by their names. */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customers, the newest first: 1,000 at most. */
        get: operations["listCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer, with the events about it. */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/endorsements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides on an endorsement as a reviewer would. */
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scenario rules. */
        get: operations["listScenarios"];
        put?: never;
        /** Adds a scenario rule. */
        post: operations["addScenario"];
        /** Removes a scenario rule, or all of them. */
        delete: operations["removeScenario"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/dialect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the sandbox reads what the documentation leaves open. */
        get: operations["getDialect"];
        put?: never;
        /** Has the sandbox read that in another way until it is reset. Instead of an object, the body may be a text such as `"v0.11, errors=info"`. */
        post: operations["setDialect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/seed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds data to the sandbox. */
        post: operations["seed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhook endpoints, the newest first. */
        get: operations["listEndpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook endpoint, with its secret. */
        get: operations["getEndpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhook deliveries: the latest 10,000. */
        get: operations["listDeliveries"];
        put?: never;
        /** Sends a delivery again. */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery, with the event and when it is due. */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events of the spec: an example of each, by its name. */
        get: operations["listEvents"];
        put?: never;
        /** Checks an event against the spec, and sends nothing. */
        post: operations["checkEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/trigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends an event of the spec. */
        post: operations["trigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says how deliveries go out from now on. */
        post: operations["setDeliveryOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The active fault rules. */
        get: operations["listFaults"];
        put?: never;
        /** Adds a fault rule. */
        post: operations["addFault"];
        /** Removes a fault rule, or all of them. */
        delete: operations["removeFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/listen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Takes the deliveries for a URL from afar, as server-sent events.
         * @description As long as the stream is open, there is a webhook endpoint for every event. Events are `begin` (its `endpointId` and `secret`), `delivery` (a number `call`, and `body` and `headers` to pass on) and `end`.
         */
        get: operations["listen"];
        put?: never;
        /** Says what became of a delivery that was passed on. */
        post: operations["reportCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__oms/listen-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What deliveries to listeners are signed with. */
        get: operations["getListenSecret"];
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
        Done: {
            /** @constant */
            status: "ok";
        };
        /** @description The error shape of the API. */
        Error: {
            code: string;
            /** @description One sentence. */
            message: string;
            requestId: string;
            details?: {
                location: string;
                code: string;
                message: string;
            }[];
        };
        /** @enum {string} */
        Mode: "sandbox" | "mock" | "proxy";
        Health: {
            /** @constant */
            status: "ok";
            /** @description Of the package. */
            version: string;
            spec: {
                version: string;
                sha256: string;
            };
            mode: components["schemas"]["Mode"];
        };
        /** @description One way in which a message broke the contract. It contains no value from the message. */
        Violation: {
            /** @enum {string} */
            direction: "request" | "response" | "event";
            /** @enum {string} */
            severity: "error" | "warning" | "notice";
            /** @description Such as `request.body.required`. */
            code: string;
            /** @description The part of the message, such as `body`, `residentialAddress`, `country`. */
            location: string[];
            message: string;
            /** @description What was probably meant. */
            suggestion?: string;
            operationId?: string;
            method: string;
            /** @description As the spec writes it; of an event, its name. */
            path: string;
            /** @enum {string} */
            blame: "client" | "server" | "spec";
        };
        /** @enum {string} */
        FaultKind: "latency" | "reset-before" | "reset-after" | "reset-in-body" | "stalled-body" | "truncated-json" | "html" | "status" | "rate-limit" | "unauthorized" | "duplicate-delivery" | "clock-skew";
        /** @enum {string} */
        UpstreamFailure: "unreachable" | "reset" | "timeout" | "unreadable";
        RecordedRequest: {
            operationId?: string;
            method: string;
            /** @description As the spec writes it. */
            path: string;
            /** @description 0 when no response was sent. */
            status: number;
            /** @description Those that were injected. */
            faults?: components["schemas"]["FaultKind"][];
            upstreamFailure?: components["schemas"]["UpstreamFailure"];
        };
        /** @enum {string} */
        DeliveryState: "pending" | "delivered" | "failed";
        Delivery: {
            id: string;
            endpointId: string;
            event: string;
            state: components["schemas"]["DeliveryState"];
            /** @description Status of each attempt, 0 when no response came. */
            attempts: number[];
        };
        DeliveryAttempt: {
            deliveryId: string;
            endpointId: string;
            event: string;
            /** @description Without user and query. */
            url: string;
            /** @description Counted from 1. */
            attempt: number;
            /** @description 0 when no response came. */
            status: number;
            durationMs: number;
            state: components["schemas"]["DeliveryState"];
            /**
             * @description Why no response came.
             * @enum {string}
             */
            failure?: "refused" | "reset" | "timeout" | "unreachable";
            /** @description Why this endpoint is never called. */
            neverCalled?: string;
            /** @description Until the next attempt, on the clock of the sandbox. */
            retryInMs?: number;
        };
        /** @enum {string} */
        EndorsementName: "basic" | "cryptoCustody" | "usd";
        /** @enum {string} */
        EndorsementStatus: "INACTIVE" | "PENDING" | "ISSUES" | "ACTIVE" | "REJECTED" | "REVOKED_ISSUES" | "OFFBOARDED";
        /** @enum {string} */
        ScenarioName: "approve" | "delay" | "issues" | "offboard" | "pending" | "reject" | "revoke";
        ScenarioRule: {
            match?: {
                externalId?: string;
                email?: string;
                lastName?: string;
                /** @description Only the nth customer that fits, counted from 1. */
                nth?: number;
            };
            outcome: components["schemas"]["ScenarioName"];
            reason?: string;
            /** @description Until the outcome, on the clock of the sandbox. */
            afterMs?: number;
        };
        ActiveScenario: {
            id: string;
            rule: components["schemas"]["ScenarioRule"];
            /** @description How many customers it was applied to. */
            hits: number;
        };
        DialectOptions: {
            /** @enum {unknown} */
            preset?: "documented" | "v0.11" | "precedent";
            endorsementName?: components["schemas"]["Dialect"]["endorsementName"];
            requirements?: components["schemas"]["Dialect"]["requirements"];
            invalidBody?: components["schemas"]["Dialect"]["invalidBody"];
            errors?: components["schemas"]["Dialect"]["errors"];
            idempotencyKeys?: components["schemas"]["Dialect"]["idempotencyKeys"];
            idempotencyConflict?: components["schemas"]["Dialect"]["idempotencyConflict"];
            cursor?: components["schemas"]["Dialect"]["cursor"];
            events?: components["schemas"]["Dialect"]["events"];
        };
        Dialect: {
            /** @enum {unknown} */
            preset: "documented" | "v0.11" | "precedent";
            /** @enum {unknown} */
            endorsementName: "type" | "name" | "both";
            /** @enum {unknown} */
            requirements: "fields" | "codes" | "precedent";
            /** @enum {unknown} */
            invalidBody: 422 | 400;
            /** @enum {unknown} */
            errors: "details" | "code" | "error" | "source" | "info";
            /** @enum {unknown} */
            idempotencyKeys: "forever" | "24h" | "24h-refused";
            /** @enum {unknown} */
            idempotencyConflict: 409 | 400;
            /** @enum {unknown} */
            cursor: "cursor" | "nextCursor";
            /** @enum {unknown} */
            events: "v0.9" | "v0.11";
        };
        RuleText: {
            /** @description A rule as it is written on the command line. */
            rule: string;
        };
        FaultRule: {
            kind: components["schemas"]["FaultKind"];
            operation?: string;
            event?: string;
            nth?: number;
            every?: number;
            first?: number;
            probability?: number;
            latencyMs?: number;
            skewMs?: number;
            afterBytes?: number;
            copies?: number;
            status?: number;
            retryAfter?: string | number;
            /** @enum {string} */
            when?: "before" | "after";
        };
        InjectedFault: {
            /** @description Such as `flt_1`. */
            id: string;
            rule: components["schemas"]["FaultRule"];
            /** @description Calls it was about so far. */
            calls: number;
            /** @description Calls it hit. */
            hits: number;
        };
        GivenEndpoint: {
            url: string;
            secret: string;
            events?: string[];
            enabled?: boolean;
        };
        /** @description The body of a create, with `decisions`, `wallets` and `status`. */
        SeedCustomer: Record<string, never>;
        SeedData: {
            customers?: number | components["schemas"]["SeedCustomer"][];
            webhookEndpoints?: components["schemas"]["GivenEndpoint"][];
            scenarios?: (string | components["schemas"]["ScenarioRule"])[];
        };
        RemoveRule: {
            /** @description Left out for all. */
            id?: string;
        };
        /** @description One thing that happened. */
        Change: {
            /** @constant */
            type: "exchange";
            /** @description The request id. */
            id: string;
            /**
             * Format: date-time
             * @description When it began.
             */
            time: string;
            durationMs: number;
            operationId?: string;
            method: string;
            /** @description As the spec writes it. */
            path: string;
            /** @description 0 when no response was sent. */
            status: number;
            /** @description Those that were injected. */
            faults?: components["schemas"]["FaultKind"][];
            upstreamFailure?: components["schemas"]["UpstreamFailure"];
            violations: components["schemas"]["Violation"][];
        } | {
            /** @constant */
            type: "event";
            violations: components["schemas"]["Violation"][];
        } | {
            /** @constant */
            type: "attempt";
            deliveryId: string;
            endpointId: string;
            event: string;
            /** @description Without user and query. */
            url: string;
            /** @description Counted from 1. */
            attempt: number;
            /** @description 0 when no response came. */
            status: number;
            durationMs: number;
            state: components["schemas"]["DeliveryState"];
            /**
             * @description Why no response came.
             * @enum {string}
             */
            failure?: "refused" | "reset" | "timeout" | "unreachable";
            /** @description Why this endpoint is never called. */
            neverCalled?: string;
            /** @description Until the next attempt, on the clock of the sandbox. */
            retryInMs?: number;
        } | {
            /** @constant */
            type: "uncalled-endpoint";
            endpointId?: string;
            url?: string;
            neverCalled: string;
        } | {
            /**
             * @description The one with this `id` is new or has changed.
             * @enum {string}
             */
            type: "customer" | "wallet" | "endpoint" | "delivery";
            id: string;
        } | {
            /**
             * @description These have changed.
             * @enum {string}
             */
            type: "clock" | "scenarios" | "faults" | "reset";
        };
        /** @description The data of an event `changes` of the stream. */
        Changes: {
            /** @description The oldest first. */
            changes: components["schemas"]["Change"][];
        };
        /** @description One way in which a message broke the contract. It contains no value from the message. */
        ExplainedViolation: {
            /** @enum {string} */
            direction: "request" | "response" | "event";
            /** @enum {string} */
            severity: "error" | "warning" | "notice";
            /** @description Such as `request.body.required`. */
            code: string;
            /** @description The part of the message, such as `body`, `residentialAddress`, `country`. */
            location: string[];
            message: string;
            /** @description What was probably meant. */
            suggestion?: string;
            operationId?: string;
            method: string;
            /** @description As the spec writes it; of an event, its name. */
            path: string;
            /** @enum {string} */
            blame: "client" | "server" | "spec";
            /** @description What the code means. */
            explanation: string;
            /** @description Its place in the body, as a JSON pointer. */
            pointer?: string;
        };
        MaskedBody: {
            /** @description Values that must not be shown are `***`. Empty where there is none, or none that may be shown. */
            text: string;
            /** @description Of the body itself; of one that was not read to its end, what its `Content-Length` says, else what was read. */
            bytes: number;
            /**
             * @description Why the text is not the whole body.
             * @enum {string}
             */
            note?: "cut" | "not-json" | "too-large";
        };
        RecordedMessage: {
            /** @description By lower-case name; values that may be secret are `***`. */
            headers: {
                [key: string]: string;
            };
            body: components["schemas"]["MaskedBody"];
        };
        ExchangeSummary: {
            /** @description The request id. */
            id: string;
            /**
             * Format: date-time
             * @description When it began.
             */
            time: string;
            durationMs: number;
            operationId?: string;
            method: string;
            /** @description As the spec writes it. */
            path: string;
            /** @description 0 when no response was sent. */
            status: number;
            /** @description Those that were injected. */
            faults?: components["schemas"]["FaultKind"][];
            upstreamFailure?: components["schemas"]["UpstreamFailure"];
            /** @description Path and query as they were sent, where the spec knows the path. */
            target: string;
            violations: components["schemas"]["Violation"][];
        };
        RecordedExchange: {
            /** @description The request id. */
            id: string;
            /**
             * Format: date-time
             * @description When it began.
             */
            time: string;
            durationMs: number;
            operationId?: string;
            method: string;
            /** @description As the spec writes it. */
            path: string;
            /** @description 0 when no response was sent. */
            status: number;
            /** @description Those that were injected. */
            faults?: components["schemas"]["FaultKind"][];
            upstreamFailure?: components["schemas"]["UpstreamFailure"];
            /** @description Path and query as they were sent, where the spec knows the path. */
            target: string;
            request: components["schemas"]["RecordedMessage"];
            response: components["schemas"]["RecordedMessage"];
            violations: components["schemas"]["ExplainedViolation"][];
        };
        Coverage: {
            operations: {
                operationId: string | null;
                method: string;
                path: string;
                statuses: {
                    /** @description A status, a range such as `4XX`, or `default`. */
                    status: string;
                    /** @description 0 for what is untried. */
                    count: number;
                }[];
            }[];
            violations: {
                code: string;
                /** @enum {string} */
                severity: "error" | "warning" | "notice";
                count: number;
            }[];
        };
        ShownCustomer: {
            /** @description As the API shows it. */
            customer: Record<string, never>;
            /** @description When one of its endorsements stands differently next. */
            nextDueAt: string | null;
        };
        ShownEndpoint: {
            id: string;
            /** @constant */
            object: "webhook";
            url: string;
            events: string[];
            enabled: boolean;
            /** @enum {string} */
            status: "active" | "disabled";
            complianceOnly: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Why it gets nothing as it stands. */
            neverCalled: string | null;
        };
        Clock: {
            /** Format: date-time */
            now: string;
            /** @description How far it was moved. */
            aheadMs: number;
            /** @description When the next outcome or delivery is due. */
            nextDueAt: string | null;
            /** @description Of the token that was issued last. */
            tokenExpiresAt: string | null;
            /** @description How far this call moved it. */
            advancedMs?: number;
        };
        RecordedAttempt: {
            deliveryId: string;
            endpointId: string;
            event: string;
            /** @description Without user and query. */
            url: string;
            /** @description Counted from 1. */
            attempt: number;
            /** @description 0 when no response came. */
            status: number;
            durationMs: number;
            state: components["schemas"]["DeliveryState"];
            /**
             * @description Why no response came.
             * @enum {string}
             */
            failure?: "refused" | "reset" | "timeout" | "unreachable";
            /** @description Why this endpoint is never called. */
            neverCalled?: string;
            /** @description Until the next attempt, on the clock of the sandbox. */
            retryInMs?: number;
            /**
             * Format: date-time
             * @description When it ended.
             */
            time: string;
            request: components["schemas"]["RecordedMessage"];
            /** @description The first 1,000 characters of what the receiver responded; left out when nothing is known of it. */
            response?: components["schemas"]["RecordedMessage"];
        };
        CustomerInFull: {
            /** @description As the API shows it. */
            customer: Record<string, never>;
            /** @description When one of its endorsements stands differently next. */
            nextDueAt: string | null;
            /** @description The oldest first. */
            deliveries: components["schemas"]["Delivery"][];
            /** @description To deliver them, the oldest first; where exchanges are recorded. */
            attempts: components["schemas"]["AttemptSummary"][];
        };
        /** @description An attempt to deliver, without its messages. */
        AttemptSummary: {
            deliveryId: string;
            endpointId: string;
            event: string;
            /** @description Without user and query. */
            url: string;
            /** @description Counted from 1. */
            attempt: number;
            /** @description 0 when no response came. */
            status: number;
            durationMs: number;
            state: components["schemas"]["DeliveryState"];
            /**
             * @description Why no response came.
             * @enum {string}
             */
            failure?: "refused" | "reset" | "timeout" | "unreachable";
            /** @description Why this endpoint is never called. */
            neverCalled?: string;
            /** @description Until the next attempt, on the clock of the sandbox. */
            retryInMs?: number;
            /**
             * Format: date-time
             * @description When it ended.
             */
            time: string;
        };
    };
    responses: {
        /** @description It cannot be done; the message says why. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getAdminApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getSpec: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    readStream: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last message that was read. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listViolations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        violations: components["schemas"]["Violation"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["RecordedRequest"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listExchanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isRecording: boolean;
                        exchanges: components["schemas"]["ExchangeSummary"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getExchange: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedExchange"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    advanceMs: number;
                } | {
                    /** @enum {string} */
                    to: "next-due" | "token-expiry";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            [key: string]: components["schemas"]["SeedCustomer"];
                        };
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customers: components["schemas"]["ShownCustomer"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getCustomer: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerInFull"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    decide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerId: string;
                    endorsement: components["schemas"]["EndorsementName"];
                    status: components["schemas"]["EndorsementStatus"];
                    reason?: string;
                    afterMs?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        scenarios: components["schemas"]["ActiveScenario"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    addScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioRule"] | components["schemas"]["RuleText"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveScenario"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    removeScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RemoveRule"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getDialect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dialect"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    setDialect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DialectOptions"] | string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dialect"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    seed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeedData"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerIds: string[];
                        webhookEndpointIds: string[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listEndpoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpoints: components["schemas"]["ShownEndpoint"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getEndpoint: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        object: "webhook";
                        url: string;
                        events: string[];
                        enabled: boolean;
                        /** @enum {string} */
                        status: "active" | "disabled";
                        complianceOnly: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description Why it gets nothing as it stands. */
                        neverCalled: string | null;
                        secret: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: components["schemas"]["Delivery"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    deliveryId: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getDelivery: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        endpointId: string;
                        event: string;
                        state: components["schemas"]["DeliveryState"];
                        /** @description Status of each attempt, 0 when no response came. */
                        attempts: number[];
                        /** @description Without user and query; null when its endpoint is disabled or deleted. */
                        url: string | null;
                        /** @description When the next attempt is due. */
                        dueAt: string | null;
                        /** @description The event as it is sent. */
                        body: string;
                        /** @description The attempts of which more is known, the oldest first; where exchanges are recorded. */
                        history: components["schemas"]["RecordedAttempt"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            [key: string]: Record<string, never>;
                        };
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    checkEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        violations: components["schemas"]["Violation"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    trigger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event: string;
                    /** @description Id of the customer whose data it shows. */
                    customer?: string;
                    /** @description Values by their paths, such as `data.amount`. */
                    set?: Record<string, never>;
                    /** @description The event itself, in place of the example of the spec. */
                    body?: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: components["schemas"]["Delivery"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    setDeliveryOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    copies?: number;
                    reorder?: boolean;
                    /** @description Left out for all. */
                    endpointId?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        faults: components["schemas"]["InjectedFault"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    addFault: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaultRule"] | components["schemas"]["RuleText"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InjectedFault"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    removeFault: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RemoveRule"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listen: {
        parameters: {
            query: {
                /** @description Where deliveries will go. */
                url: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    reportCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endpointId: string;
                    call: number;
                    /** @description 0 when no response came. */
                    status: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getListenSecret: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
}
export const faultKinds: readonly components['schemas']['FaultKind'][] = ['latency', 'reset-before', 'reset-after', 'reset-in-body', 'stalled-body', 'truncated-json', 'html', 'status', 'rate-limit', 'unauthorized', 'duplicate-delivery', 'clock-skew'];
export const scenarioNames: readonly components['schemas']['ScenarioName'][] = ['approve', 'delay', 'issues', 'offboard', 'pending', 'reject', 'revoke'];
