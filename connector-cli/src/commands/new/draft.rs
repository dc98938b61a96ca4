//! All that is known of the connector before a line of it is written.

use super::auth::AuthKind;
use super::flow::Flow;
use super::name::Name;

#[derive(Debug)]
pub(super) struct Draft {
    pub(super) name: Name,
    pub(super) base_url: String,
    pub(super) auth: AuthKind,
    pub(super) payments: Flow,
    pub(super) refunds: Option<Flow>,
    /// The processor's reference, and when it was read.
    pub(super) reference: Option<(String, Option<String>)>,
}

impl Draft {
    pub(super) fn flows(&self) -> impl Iterator<Item = &Flow> {
        [Some(&self.payments), self.refunds.as_ref()].into_iter().flatten()
    }

    /// The credentials as a type.
    pub(super) fn auth_type(&self) -> String {
        match self.auth {
            AuthKind::Bearer => "BearerAuth".to_owned(),
            AuthKind::TwoHeaders | AuthKind::Body => self.name.auth_type(),
        }
    }

    /// The names of the two headers of [`AuthKind::TwoHeaders`].
    pub(super) fn headers(&self) -> [String; 2] {
        let name = self.name.in_kebab_case();
        [format!("{name}-merchant"), format!("{name}-api-key")]
    }
}
