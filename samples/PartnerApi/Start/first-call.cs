using System.Security.Cryptography;
using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;

using ECDsa key = ECDsa.Create();
key.ImportFromPem(File.ReadAllText("{keys}"));

PolicingClientOptions options = new() { BaseAddress = new Uri("{server}/") };
options.Tokens.Endpoint = new Uri("{server}/token");
options.Tokens.Issuer = "{server}/";
options.Tokens.ClientId = "{client}";
options.Tokens.Scopes.Add("records.read");
options.Tokens.Key = () => ClientKey.Of(key, "{client}");
using PolicingClient client = PolicingClient.Create(options);

PartnerSession kent = client.For(new AccessContext
{
    Actor = new() { Agency = PoliceAgencies.Of(PoliceAgency.Essex), System = "{client}" },
    Purpose = ProcessingPurpose.Investigation,
    Basis = LawfulBasis.Part3Task,
    CaseReference = "46/1234/31",
});
RecordAnswer<Person> answer = await kent.Records.GetAsync<Person>(RecordId.Parse("{example}"));
Console.WriteLine($"A {answer.Record.Type}, {(answer.IsPartial ? "minimised" : "whole")}.");
