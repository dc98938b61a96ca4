//! Fields of every name and visibility, and structs in every place.

use connector_core::prelude::*;
use connector_core::{
    BuildError, Connection, CredentialFields, MerchantReference, PaymentsSyncData,
};
use connector_tests::connectors;
use connector_tests::fixture::{Payment, ask};

connectors!(RawNames, Unit, Configured, Limited);

#[derive(ConnectorFlow)]
#[connector_flow(connector = RawNames, flow_name = PSync, http_method = Post, response = Payment)]
#[connector_flow(url = "/{type}/{self_}/{f}/{url}")]
struct RawNamesRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    r#type: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    self_: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    f: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    url: &'a PaymentId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    r#where: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    r#match: &'a PaymentId,
}

#[test]
fn raw_identifiers_bind_and_never_reach_the_wire() {
    let request = ask::<RawNames>("a").unwrap();
    assert_eq!(request.uri(), "https://acme.test/a/a/a/a?where=a");
    assert_eq!(request.body(), r#"{"match":"a"}"#);
    let places = <RawNames as connector_core::Integration<PSync>>::DECLARATION.places;
    let names: Vec<&str> = places.iter().map(|place| place.name).collect();
    assert_eq!(names, ["type", "self_", "f", "url", "where", "match"]);
}

#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake_case")]
enum RawWord {
    #[wire_status(Pending)]
    r#Try,
}

#[test]
fn raw_words_never_reach_the_wire() {
    assert_eq!(
        (RawWord::WORDS, RawWord::variant(0), RawWord::variant(1)),
        (["try"].as_slice(), Some(RawWord::r#Try), None)
    );
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "not the point"))]
#[connector_flow(connector = Unit, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/all")]
struct UnitRequest;

#[test]
fn a_unit_struct_sends_nothing_but_its_url() {
    assert_eq!(ask::<Unit>("a").unwrap().uri(), "https://acme.test/all");
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Configured, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/{there}")]
struct ConfiguredRequest<'a> {
    #[cfg(not(doc))]
    #[connector_flow(from = request.connector_transaction_id)]
    there: &'a PaymentId,
    #[cfg(any())]
    #[connector_flow(header = "not a header's name")]
    not_there: Missing,
    #[cfg(test)]
    #[connector_flow(query, from = request.connector_transaction_id)]
    here: &'a PaymentId,
}

#[test]
fn fields_are_there_or_not_as_their_cfg_says() {
    assert_eq!(ask::<Configured>("a").unwrap().uri(), "https://acme.test/a?here=a");
}

pub(crate) mod private {
    use super::*;

    connectors!(Private);

    #[derive(Debug)]
    pub(crate) struct Number(u8);

    impl connector_core::PathValue for Number {
        fn path_text(&self) -> std::borrow::Cow<'_, str> {
            self.0.to_string().into()
        }
    }

    #[derive(ConnectorFlow)]
    #[connector_flow(connector = Private, flow_name = PSync, http_method = Get, url = "/{number}")]
    #[connector_flow(response = Payment)]
    struct Request {
        pub(crate) number: Number,
    }

    impl TryFrom<&RouterData<PSync>> for Request {
        type Error = BuildError;

        fn try_from(_: &RouterData<PSync>) -> Result<Self, BuildError> {
            Ok(Self { number: Number(7) })
        }
    }

    #[test]
    fn private_structs_with_types_of_the_crate() {
        assert_eq!(ask::<Private>("a").unwrap().uri(), "https://acme.test/7");
    }
}

#[test]
fn everything_inside_of_a_function() {
    connectors!(Inner);

    #[derive(Deserialize, FlowResponse)]
    #[flow_response(PSync, no_id = "not the point", no_amount = "not the point")]
    struct Reply {
        #[flow_response(status)]
        status: Wire<Word>,
    }

    #[derive(Debug, Clone, Copy, WireStatus)]
    #[wire_status(AttemptStatus)]
    enum Word {
        #[wire_status(Charged)]
        Paid,
        #[wire_status(Failure)]
        Refused,
    }

    #[derive(ConnectorFlow)]
    #[connector_flow(connector = Inner, flow_name = PSync, http_method = Get, url = "/{id}")]
    #[connector_flow(response = Reply)]
    struct Request<'a> {
        #[connector_flow(from = request.connector_transaction_id)]
        id: &'a PaymentId,
    }

    #[derive(ConnectorFlow)]
    #[connector_flow(connector = Inner, flow_name = RSync, http_method = Get, url = "/{id}")]
    #[connector_flow(response = connector_tests::fixture::Refund)]
    struct Another<'a> {
        #[connector_flow(from = request.connector_refund_id)]
        id: &'a RefundId,
    }

    assert_eq!(ask::<Inner>("a").unwrap().uri(), "https://acme.test/a");
}

/// Credentials that are sent in the body.
#[derive(Debug, Clone, serde::Serialize, Auth)]
struct Key {
    /// The key of the account.
    #[serde(serialize_with = "connector_core::expose_secret")]
    key: Secret,
}

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "keyed", base_url = "https://acme.test", auth = Key)]
#[connector(error = connector_tests::fixture::AcmeError)]
struct InBody;

#[derive(Debug, ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "not the point"))]
#[connector_flow(connector = InBody, flow_name = PSync, http_method = Post, response = Payment)]
#[connector_flow(url = "/payments")]
struct KeyedRequest<'a> {
    #[connector_flow(from = auth)]
    account: &'a Key,
}

#[test]
fn debug_shows_no_secret_and_the_body_does() {
    let secret = "sk_live_1";
    let key = Key { key: Secret::new(secret) };
    let shown = format!("{:?}", KeyedRequest { account: &key });
    assert!(shown.contains("***") && !shown.contains(secret), "{shown}");

    let credentials = CredentialFields::from_json(br#"{"key": "sk_live_1"}"#).unwrap();
    let connection = Connection::<InBody>::new(credentials).unwrap();
    let payment = PaymentsSyncData::new(PaymentId::new("p").unwrap());
    let request = connection.build_request(&RouterData::<PSync>::new(payment)).unwrap();
    assert_eq!(request.body(), r#"{"account":{"key":"sk_live_1"}}"#);
    assert!(!format!("{connection:?}").contains(secret));
}

connectors!(ByReference);

/// A payment that no answer ever told the id of is asked about by what the merchant called it.
#[derive(ConnectorFlow)]
#[connector_flow(connector = ByReference, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/payments")]
struct ByReferenceRequest<'a> {
    #[connector_flow(query, from = request.connector_transaction_id)]
    id: Option<&'a PaymentId>,
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: Option<&'a MerchantReference>,
}

/// Its order sends that, by a transformer that is written by hand: the type of the field tells.
#[derive(ConnectorFlow)]
#[connector_flow(connector = ByReference, flow_name = Authorize, http_method = Post, response = Ordered)]
#[connector_flow(url = "/payments", no_idempotency = "a reference is paid once")]
struct OrderByHand<'a> {
    amount: i64,
    order: Option<&'a MerchantReference>,
}

impl<'a> TryFrom<&'a RouterData<Authorize>> for OrderByHand<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<Authorize>) -> Result<Self, BuildError> {
        let order = data.resource_common_data.connector_request_reference_id.as_ref();
        Ok(Self { amount: data.request.amount.minor_amount.get(), order })
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, status = Pending, no_id = "none here", no_amount = "none here")]
struct Ordered {}

#[test]
fn a_field_filled_by_hand_tells_its_source_where_there_is_one_of_its_type() {
    let places = <ByReference as connector_core::Integration<Authorize>>::DECLARATION.places;
    let sources: Vec<_> = places.iter().map(|place| (place.name, place.from)).collect();
    let reference = "resource_common_data.connector_request_reference_id";
    assert_eq!(sources, [("amount", None), ("order", Some(reference))]);
}

#[test]
fn a_payment_without_an_id_is_asked_about_by_its_reference_or_not_at_all() {
    let credentials = CredentialFields::from_json(br#"{"api_key": "key"}"#).unwrap();
    let connection = Connection::<ByReference>::new(credentials).unwrap();
    let mut data = RouterData::<PSync>::new(PaymentsSyncData::by_reference());
    assert_eq!(
        connection.build_request(&data).unwrap_err().to_string(),
        "`request.connector_transaction_id` is missing, and neither a reference nor an order names \
         the payment that is asked about",
    );
    data.resource_common_data.connector_request_reference_id = Some("order 1".parse().unwrap());
    let request = connection.build_request(&data).unwrap();
    assert_eq!(request.uri().query(), Some("reference=order%201"));
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Limited, flow_name = PSync, http_method = Post, response = Payment)]
#[connector_flow(url = "/{id}")]
struct LimitedRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id, charset = "A-Za-z0-9_-")]
    id: &'a PaymentId,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 5)]
    #[connector_flow(header = "Order", charset = "a-z0-9 ")]
    reference: Option<&'a MerchantReference>,
}

#[test]
fn what_is_longer_or_stranger_than_the_processor_takes_is_refused_with_the_limit() {
    let credentials = CredentialFields::from_json(br#"{"api_key": "1"}"#).unwrap();
    let limited = Connection::<Limited>::new(credentials).unwrap();
    let build = |id: &str, reference: Option<&str>| {
        let asked = PaymentsSyncData::new(PaymentId::new(id).unwrap());
        let mut data = RouterData::<PSync>::new(asked);
        let reference = reference.map(|reference| MerchantReference::new(reference).unwrap());
        data.resource_common_data.connector_request_reference_id = reference;
        limited.build_request(&data).map_err(|error| error.to_string())
    };
    assert!(build("p-1", None).is_ok() && build("p-1", Some("no 17")).is_ok());
    let reference = "`resource_common_data.connector_request_reference_id`";
    assert_eq!(
        build("p-1", Some("order 17")).unwrap_err(),
        format!("{reference} has 8 characters, and at most 5 are taken in `order`"),
    );
    assert_eq!(
        build("p-1", Some("No 17")).unwrap_err(),
        format!("{reference} has the character 'N', and only `a-z0-9 ` are taken in `order`"),
    );
    assert_eq!(
        build("p/1", None).unwrap_err(),
        "`request.connector_transaction_id` has the character '/', and only `A-Za-z0-9_-` are taken in `id`",
    );
    let places = <Limited as connector_core::Integration<PSync>>::DECLARATION.places;
    let limits: Vec<_> = places.iter().map(|place| place.limit.unwrap().max_len).collect();
    assert_eq!(limits, [None, Some(5)]);
}
