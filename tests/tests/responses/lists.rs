//! A list is searched for what was asked about.

use connector_core::prelude::*;
use connector_tests::fixture::Word;

use super::{order, read, refund, told};

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, Refund, no_amount = "not the point here")]
struct Action {
    #[flow_response(connector_refund_id)]
    id: Option<RefundId>,
    #[flow_response(status)]
    status: Wire<Word>,
}

impl Action {
    fn is_named(&self) -> bool {
        self.id.is_some()
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
pub(super) struct Actions(#[flow_response(list)] Vec<Action>);

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
pub(super) struct Page {
    #[flow_response(list)]
    data: Vec<Action>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, Refund)]
struct Latest {
    #[flow_response(list = last, only = Action::is_named)]
    data: Vec<Action>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund)]
struct Earliest(#[flow_response(list = first)] Vec<Action>);

#[test]
fn a_list_is_searched_for_what_was_asked() {
    let list = r#"[{"status": "paid"}, {"id": "r_2", "status": "refused"}, {"id": "r_1", "status": "paid"}]"#;
    assert_eq!(read::<Actions, RSync>(&refund(), list).status, Some("success"));
    let page = format!(r#"{{"data": {list}}}"#);
    assert_eq!(read::<Page, RSync>(&refund(), &page).status, Some("success"));
    assert_eq!(read::<Actions, RSync>(&refund(), "[]").outcome, "not_found");
    assert_eq!(read::<Actions, RSync>(&refund(), &list.replace("r_1", "r_3")).outcome, "not_found");
    // Which of two entries stands is not for us to guess.
    let twice = read::<Actions, RSync>(&refund(), &list.replace("r_2", "r_1"));
    assert_eq!((twice.outcome, twice.status), ("no_information", None));
    assert!(told::<Actions, RSync>(&refund(), br#"{"data": []}"#).is_err());
    assert!(told::<Page, RSync>(&refund(), list.as_bytes()).is_err());
}

#[test]
fn an_entry_may_be_chosen_by_its_place() {
    let list = r#"[{"id": "r_2", "status": "refused"}, {"id": "r_1", "status": "paid"}]"#;
    let page = format!(r#"{{"data": {}}}"#, list.replace("}]", r#"}, {"status": "refused"}]"#));
    assert_eq!(read::<Latest, RSync>(&refund(), &page).status, Some("success"));
    assert_eq!(read::<Latest, Refund>(&order(), &page).status, Some("success"));
    assert_eq!(read::<Earliest, Refund>(&order(), list).status, Some("failure"));
    assert_eq!(read::<Earliest, Refund>(&order(), "[]").outcome, "not_found");
}
