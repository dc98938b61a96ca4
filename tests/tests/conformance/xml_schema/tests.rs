//! That the schema finds what it should.

use super::*;

/// Else the test of the requests would prove nothing.
#[test]
fn the_order_and_the_types_are_looked_at() {
    let schema = XmlSchema::read(
        r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <xs:complexType name="base"><xs:sequence>
                <xs:element name="id" type="xs:int"/>
            </xs:sequence></xs:complexType>
            <xs:element name="pay"><xs:complexType><xs:complexContent>
                <xs:extension base="base"><xs:sequence>
                    <xs:element name="kind"><xs:simpleType><xs:restriction base="xs:string">
                        <xs:enumeration value="card"/>
                    </xs:restriction></xs:simpleType></xs:element>
                    <xs:element name="amount" type="xs:decimal" minOccurs="0"/>
                </xs:sequence></xs:extension>
            </xs:complexContent></xs:complexType></xs:element>
        </xs:schema>"#,
    );
    for (body, problem) in [
        (r#"{"pay":{"id":1,"kind":"card","amount":"1.5"}}"#, None),
        (r#"{"pay":{"kind":"card","id":1}}"#, Some("pay: id is out of order")),
        (r#"{"pay":{"id":1,"kind":"cash"}}"#, Some(r#"pay/kind: "cash" is none of ["card"]"#)),
        (r#"{"pay":{"id":1}}"#, Some("pay lacks kind")),
        (r#"{"pay":{"id":1,"kind":"card","more":1}}"#, Some("pay knows no more")),
        (r#"{"get":{}}"#, Some("no element get")),
    ] {
        let found = schema.problems(body.as_bytes());
        assert_eq!(found, problem.map(str::to_owned).into_iter().collect::<Vec<_>>(), "{body}");
    }
}

#[test]
fn of_a_choice_there_is_one() {
    let schema = XmlSchema::read(
        r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <xs:element name="pay"><xs:complexType><xs:sequence>
                <xs:choice>
                    <xs:element name="card" type="xs:string"/>
                    <xs:element name="bank" type="xs:string"/>
                </xs:choice>
                <xs:choice minOccurs="0">
                    <xs:element name="track" type="xs:string"/>
                    <xs:element name="chip" type="xs:string"/>
                </xs:choice>
            </xs:sequence></xs:complexType></xs:element>
        </xs:schema>"#,
    );
    for (body, problem) in [
        (r#"{"pay":{"card":"1"}}"#, None),
        (r#"{"pay":{"bank":"1","chip":"2"}}"#, None),
        (r#"{"pay":{}}"#, Some(r#"pay has 0 of ["card", "bank"], and not one"#)),
        (
            r#"{"pay":{"card":"1","bank":"2"}}"#,
            Some(r#"pay has 2 of ["card", "bank"], and not one"#),
        ),
        (
            r#"{"pay":{"card":"1","track":"2","chip":"3"}}"#,
            Some(r#"pay has 2 of ["track", "chip"], and not one"#),
        ),
    ] {
        let found = schema.problems(body.as_bytes());
        assert_eq!(found, problem.map(str::to_owned).into_iter().collect::<Vec<_>>(), "{body}");
    }
    assert_eq!(schema.answer("pay", Extent::Barest), Some(json!({ "card": "text1234" })));
    let fullest = json!({ "card": "text1234", "track": "text1234" });
    assert_eq!(schema.answer("pay", Extent::Fullest), Some(fullest));
}

/// Else the test of the answers would prove nothing.
#[test]
fn answers_have_what_the_schema_has() {
    let schema = XmlSchema::read(
        r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <xs:element name="answer"><xs:complexType><xs:sequence>
                <xs:element name="kind"><xs:simpleType><xs:restriction base="xs:string">
                    <xs:enumeration value="card"/>
                </xs:restriction></xs:simpleType></xs:element>
                <xs:element name="errors" minOccurs="0"><xs:complexType><xs:sequence>
                    <xs:element name="error" type="xs:int" maxOccurs="unbounded"/>
                </xs:sequence></xs:complexType></xs:element>
            </xs:sequence></xs:complexType></xs:element>
        </xs:schema>"#,
    );
    let answer = |extent| schema.answer("answer", extent);
    assert_eq!(answer(Extent::Barest), Some(json!({ "kind": "card" })));
    assert_eq!(answer(Extent::Fullest), Some(json!({ "kind": "card", "errors": [1_234] })));
    assert_eq!(schema.answer("request", Extent::Barest), None);
}
