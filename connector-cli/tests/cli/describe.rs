//! `describe` and `list`.

use crate::run::run;

#[test]
fn all_and_one() {
    let all = run(&["describe", "--format", "json"]).ends(0).json();
    let names: Vec<_> = all.as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    let listed = run(&["list", "--format", "json"]).ends(0).json();
    let listed: Vec<_> = listed.as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    assert_eq!(names, listed);
    let stripe = run(&["describe", "stripe", "--format", "json"]).ends(0).json();
    assert_eq!(all.as_array().unwrap().iter().find(|one| one["name"] == "stripe"), Some(&stripe));
    let flows = stripe["flows"].as_array().unwrap();
    let psync = flows.iter().find(|flow| flow["name"] == "PSync").unwrap();
    assert_eq!(psync["method"], "GET");
}

/// Two lines that give one word two meanings would leave an operator with a guess.
#[test]
fn no_word_means_two_things_in_one_place() {
    let all = run(&["describe", "--format", "json"]).ends(0).json();
    let mut words = 0;
    for connector in all.as_array().unwrap() {
        for flow in connector["flows"].as_array().unwrap() {
            let mut seen: Vec<(Vec<&serde_json::Value>, &serde_json::Value)> = Vec::new();
            for line in flow["statuses"].as_array().unwrap() {
                let place =
                    ["connector_status", "field", "automatic_capture"].map(|key| &line[key]);
                let of_place = seen.iter().find(|(other, _)| *other == place);
                let meaning = &line["status"];
                if let Some((_, other)) = of_place {
                    assert_eq!(*other, meaning, "{} {}: {line}", connector["name"], flow["name"]);
                }
                seen.push((place.to_vec(), meaning));
                words += 1;
            }
        }
    }
    assert!(words > 900, "{words}");
}

#[test]
fn every_format_says_the_same() {
    for format in ["text", "json", "markdown"] {
        let ran = run(&["describe", "checkout", "--format", format]).ends(0);
        for fact in [
            "https://api.sandbox.checkout.com",
            "/payments/{payment_id}/actions",
            "request.connector_transaction_id",
            "api_key",
            "bearer",
            "Card Verified",
            "partial_charged_and_chargeable",
        ] {
            assert!(ran.stdout.contains(fact), "{format} lacks {fact}: {ran:?}");
        }
    }
    let text = run(&["describe"]).ends(0).stdout;
    assert!(text.contains("CONNECTORS_AUTHORIZENET_TRANSACTION_KEY"), "{text}");
    assert!(run(&["list"]).ends(0).stdout.contains("stripe        Authorize, PSync, "));
}
