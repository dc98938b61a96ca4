//! Where the processor is, as far as the credentials say it.

use super::{BaseUrl, BaseUrls, CredentialFields, CredentialsError, Environment, Hosts};

impl CredentialFields {
    /// Takes out where the processor is: its main host, and the others by name.
    ///
    /// An own `base_url` is in the place of all hosts that have no own one (`base_url_<name>`): who
    /// names a host of theirs does not want a part of the requests at the processor's.
    pub(crate) fn take_hosts(
        &mut self,
        known: BaseUrls,
        others: &[(&'static str, BaseUrls)],
    ) -> Result<Hosts, CredentialsError> {
        let environment = match self.remove("environment") {
            None => Environment::default(),
            Some(text) => text.expose().parse().map_err(|()| CredentialsError::Environment)?,
        };
        let own: Option<BaseUrl> = match self.remove("base_url") {
            None => None,
            Some(own) => Some(own.expose().parse()?),
        };
        let part = self.take_merchant_part(known)?;
        let mut urls = Vec::with_capacity(others.len());
        for (name, known) in others {
            let url = match (self.remove(&base_url_field(name)), &own) {
                (Some(other), _) => other.expose().parse()?,
                (None, Some(own)) => own.clone(),
                (None, None) => known.of(environment).parse()?,
            };
            urls.push((*name, url));
        }
        let main = match (own, known.merchant_part()) {
            (Some(own), _) => own,
            (None, Some(name)) if environment == Environment::Live => {
                let Some(part) = part else {
                    let field = base_url_field(name);
                    return Err(CredentialsError::MerchantHost { field, host: known.live });
                };
                known.live.replace(&format!("{{{name}}}"), &part).parse()?
            }
            (None, _) => known.of(environment).parse()?,
        };
        Ok(Hosts { main, others: urls })
    }

    /// Takes out what is the merchant's of the live host. Nothing that could end the host's name or
    /// lead to another one: the credentials would go there.
    fn take_merchant_part(&mut self, known: BaseUrls) -> Result<Option<String>, CredentialsError> {
        let Some(field) = known.merchant_part().map(base_url_field) else { return Ok(None) };
        let Some(part) = self.remove(&field) else { return Ok(None) };
        let part = part.expose();
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let ends_well = !part.starts_with('-') && !part.ends_with('-');
        if part.is_empty() || part.len() > 63 || !ends_well || !part.bytes().all(plain) {
            return Err(CredentialsError::MerchantPart { field });
        }
        Ok(Some(part.to_owned()))
    }
}

/// The field that names a host in the place of one of the connector's others.
pub(crate) fn base_url_field(name: &str) -> String {
    format!("base_url_{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: BaseUrls =
        BaseUrls { live: "https://{prefix}-live.acme.test/v1", test: "https://acme.test/v1" };

    fn main_host(json: &str) -> Result<String, String> {
        let mut fields = CredentialFields::from_json(json.as_bytes()).unwrap();
        let hosts = fields.take_hosts(OWN, &[]).map_err(|error| error.to_string())?;
        fields.finish(&[], OWN, &[]).unwrap();
        Ok(hosts.main.as_str().to_owned())
    }

    #[test]
    fn a_live_host_that_is_the_merchants_own_is_filled_and_never_guessed() {
        let live = main_host(r#"{"environment": "live", "base_url_prefix": "a1-shop"}"#);
        assert_eq!(live.unwrap(), "https://a1-shop-live.acme.test/v1");
        assert_eq!(main_host("{}").unwrap(), "https://acme.test/v1");
        let test = main_host(r#"{"base_url_prefix": "a1-shop"}"#);
        assert_eq!(test.unwrap(), "https://acme.test/v1");
        let own = main_host(r#"{"environment": "live", "base_url": "https://own.test"}"#);
        assert_eq!(own.unwrap(), "https://own.test");
        assert_eq!(
            main_host(r#"{"environment": "live"}"#).unwrap_err(),
            "the processor has a live host for each merchant, `https://{prefix}-live.acme.test/v1`: \
             the credentials need the field `base_url_prefix`, or a `base_url`"
        );
    }

    #[test]
    fn the_merchants_part_cannot_lead_to_another_host() {
        for wrong in ["", "evil.test/", "evil.test#", "a.b", "user@x", "A1", "-a", "a-", "ü", "a b"]
        {
            let json = format!(r#"{{"environment": "live", "base_url_prefix": "{wrong}"}}"#);
            let error = main_host(&json).unwrap_err();
            assert!(error.ends_with("must be lower-case letters, digits and `-` alone"), "{error}");
        }
    }
}
