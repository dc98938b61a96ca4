const _: () = {
    use ::connector_core::__private as __core;
    const __DECLARATION: __core::WebhookDeclaration = __core::WebhookDeclaration {
        scheme: __core::WebhookScheme::Signature(__core::Signature {
            algorithm: __core::Algorithm::HmacSha256,
            place: __core::SignaturePlace::Header {
                name: "acme-signature",
                form: &[
                    __core::HeaderPart::Timestamp("t"),
                    __core::HeaderPart::Signature("v1"),
                ],
                between: ',',
            },
            encoding: __core::Encoding::Hex,
            key: __core::KeyForm::Text,
            signed: &[
                __core::SignedPart::Timestamp,
                __core::SignedPart::Literal("."),
                __core::SignedPart::Body,
            ],
            tolerance: __core::Some(::core::time::Duration::from_secs(300u64)),
        }),
        form: __core::WebhookForm::Json,
        batch: __core::None,
        payload: __core::None,
        kind: &["type"],
        id: __core::Some("id"),
        id_header: __core::None,
        events: &[
            {
                type __Flow = __core::KnownAs<
                    { __core::is_event_flow::<PSync>() },
                    PSync,
                >;
                __core::event::<
                    Acme,
                    __Flow,
                    Payment,
                >(__core::EventPlace {
                    on: &["payment.*"],
                    at: "data.object",
                    with: __core::None,
                    ids: &[("connector_transaction_id", "id")],
                })
            },
            {
                type __Flow = __core::KnownAs<
                    { __core::is_event_flow::<RSync>() },
                    RSync,
                >;
                __core::event::<
                    Acme,
                    __Flow,
                    Refund,
                >(__core::EventPlace {
                    on: &["refund"],
                    at: "data",
                    with: __core::Some("type"),
                    ids: &[("connector_refund_id", "id")],
                })
            },
            {
                type __Flow = __core::KnownAs<
                    { __core::is_event_flow::<PSync>() },
                    PSync,
                >;
                __core::event_to_ask::<
                    __Flow,
                >(__core::EventPlace {
                    on: &["*"],
                    at: "",
                    with: __core::None,
                    ids: &[("connector_transaction_id", "payment")],
                })
            },
        ],
        no_events: __core::None,
        acknowledgement: "",
    };
    #[automatically_derived]
    impl __core::ReceivesWebhooks for Acme {
        const DECLARATION: __core::WebhookDeclaration = __DECLARATION;
    }
    #[allow(
        dead_code,
        deprecated,
        reason = "the table is read when the program is compiled"
    )]
    fn __declared(__event: Event) {
        let _ = Event::Payment;
        let _ = Event::Refund;
        let _ = Event::Other;
        match __event {
            Event::Payment(__part) => ::core::mem::drop(__part),
            Event::Refund(__part) => ::core::mem::drop(__part),
            Event::Other => {}
        }
    }
    const _: () = {
        #[allow(unused_imports, reason = "it is a response")]
        use __core::NoStatusAt as _;
        type __Flow = __core::KnownAs<{ __core::is_event_flow::<RSync>() }, RSync>;
        (__core::is_read_at)(<__core::StatusAt<Refund, __Flow>>::KEYS, "type")
    };
};
