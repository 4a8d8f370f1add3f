using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Policing.Client;
using Policing.ClientProof;
using Policing.DataModel.Codes;
using Policing.Ethics;

// Writes what the client of the partner API sends, for other implementations to judge: lines of JSON, each an assertion with the public key that it was signed
// with, or a header Policing-Access with what it should say. With the argument "requests": every call as it leaves.
if (args is ["requests"])
{
    foreach (SentRequest request in await Requests.OfAllCallsAsync()) WriteRequest(request);
    return;
}

const string issuer = "https://identity.partner.example/";
DateTimeOffset now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

using RSA rsa = RSA.Create(2048);
using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
for (int i = 0; i < 20; i++)
{
    WriteAssertion(ClientKey.Of(rsa, "rsa-1"), "PS256", JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false))));
    WriteAssertion(ClientKey.Of(ecdsa, "ec-1"), "ES256", PublicKeyOf(ecdsa));
}

string[] references = ["5226000417", "N/104/2026", "a", "A1.b_c:d/e-f", "42/26, C; x=y", " spaced ", "~!#$%&'()*+,-./:;<=>?@[]^_`{|}", "1", "-x", "*x", new string('x', 128)];
foreach (string reference in references)
    foreach (string? other in references.Append(null))
        WriteHeader(reference, other);
return;

void WriteAssertion(ClientKey key, string algorithm, JsonWebKey publicKey)
{
    string assertion = AssertionWriter.Write(key, "client-1", issuer, now);
    Write(json =>
    {
        json.WriteString("assertion", assertion);
        json.WriteString("algorithm", algorithm);
        json.WriteString("issuer", issuer);
        json.WriteString("client", "client-1");
        json.WriteNumber("now", now.ToUnixTimeSeconds());
        json.WriteStartObject("key");
        json.WriteString("kty", publicKey.Kty);
        foreach ((string name, string? value) in new[] { ("n", publicKey.N), ("e", publicKey.E), ("crv", publicKey.Crv), ("x", publicKey.X), ("y", publicKey.Y) })
            if (value is not null) json.WriteString(name, value);
        json.WriteEndObject();
    });
}

void WriteHeader(string reference, string? other)
{
    AccessContext context = new()
    {
        Actor = new() { Agency = new() { Scheme = AgencyScheme.Police, Id = "kent" }, System = "example-rms", Person = "0417" },
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        CaseReference = reference,
        ReasonCode = other,
        Sensitive = other is null ? null : new() { Condition = Schedule8Condition.BuiltIn[0], PolicyDocument = "APD 7" },
        Justification = "Words that go into no header",
    };
    string header = AccessHeaderText.Of(context, "ref-1");
    Write(json =>
    {
        json.WriteString("header", header);
        json.WriteStartObject("says");
        json.WriteString("purpose", context.Purpose.OwnCode);
        json.WriteString("basis", context.Basis!.OwnCode);
        if (context.Sensitive?.Condition?.OwnCode is { } condition) json.WriteString("condition", condition);
        if (context.Sensitive?.PolicyDocument is { } document) json.WriteString("document", document);
        if (other is not null) json.WriteString("reason", other);
        json.WriteString("case", reference);
        json.WriteString("ref", "ref-1");
        json.WriteEndObject();
    });
}

static void WriteRequest(SentRequest request) => Write(json =>
{
    json.WriteString("method", request.Method);
    json.WriteString("address", request.Address);
    json.WriteStartObject("headers");
    foreach ((string name, string value) in request.Headers) json.WriteString(name.ToLowerInvariant(), value);
    json.WriteEndObject();
    if (request.Body is not null) json.WriteString("body", request.Body);
});

static JsonWebKey PublicKeyOf(ECDsa key)
{
    ECParameters point = key.ExportParameters(includePrivateParameters: false);
    return new() { Kty = "EC", Crv = "P-256", X = Base64UrlEncoder.Encode(point.Q.X!), Y = Base64UrlEncoder.Encode(point.Q.Y!) };
}

static void Write(Action<Utf8JsonWriter> members)
{
    using MemoryStream line = new();
    using (Utf8JsonWriter json = new(line))
    {
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }
    Console.WriteLine(System.Text.Encoding.UTF8.GetString(line.ToArray()));
}
