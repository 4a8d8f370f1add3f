using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;

namespace Policing.Samples.Force;

/// <summary>
/// The steps of an integration: each is what you would copy, and says what came of it. Kent keeps the records; Essex is another force. Person and vehicle do not exist.
/// </summary>
internal sealed class Walk(Connection kentSystem, Connection essexSystem, TextWriter output)
{
    private const int TheirDoors = 5;

    private readonly PartnerSession _kent = kentSystem.Client.For(ContextOf(PoliceAgency.Kent, kentSystem));
    private readonly PartnerSession _essex = essexSystem.Client.For(ContextOf(PoliceAgency.Essex, essexSystem));
    private readonly Person _person = new()
    {
        Id = RecordId.New(),
        Controllers = [PoliceAgencies.Of(PoliceAgency.Kent)],
        Names = [new() { Given = ["Robin"], Surname = "Example" }],
        DatesOfBirth = [new() { Date = PartialDateTime.Parse("1987-03-14") }],
    };
    private readonly Vehicle _vehicle = new() { Id = RecordId.New(), Controllers = [PoliceAgencies.Of(PoliceAgency.Kent)], Make = "Examplar" };

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SignInAsync(cancellationToken);
        await SearchAsync(cancellationToken);
        await UpdateAsync(cancellationToken);
        await MeetConflictAsync(cancellationToken);
        await SubmitAsync(cancellationToken);
        await FollowAsync(cancellationToken);
        await BeRefusedAsync(cancellationToken);
        await output.WriteLineAsync("All of it ended as it should.");
    }

    private static AccessContext ContextOf(PoliceAgency agency, Connection system) => new()
    {
        Actor = new() { Agency = PoliceAgencies.Of(agency), System = system.ClientId },
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        CaseReference = "46/1234/31",
        Justification = "Enquiry of the officer in the case",
    };

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        PartnerCapabilities capabilities = await kentSystem.Client.GetCapabilitiesAsync(cancellationToken);
        Expect(capabilities.IsTest, "this partner holds real records; the walk is for a test environment");
        await SayAsync("Signed in", $"as {kentSystem.ClientId}, by its key. The partner is a test environment with {capabilities.RecordTypes.Count} types of record.");
    }

    private async Task SearchAsync(CancellationToken cancellationToken)
    {
        await _kent.Records.CreateAsync(_person, cancellationToken);
        PersonSearch query = new() { Surname = "Exampel", NameMatching = NameMatching.Phonetic, BirthDate = PartialDateTime.Parse("1987-03-14") };
        int found = 0;
        await foreach (SearchMatch match in _kent.Search.FindAsync(query, cancellationToken))
        {
            if (match.Record?.Id != _person.Id) continue;
            found++;
            await SayAsync("Searched", $"for a name as it sounds, for an investigation: found, grade {match.Grade}, on {string.Join(", ", match.On)}.");
        }
        Expect(found == 1, "the search did not find the person once");
    }

    private async Task UpdateAsync(CancellationToken cancellationToken)
    {
        await _kent.Records.CreateAsync(_vehicle, cancellationToken);
        RecordAnswer<Vehicle> read = await _kent.Records.GetAsync<Vehicle>(_vehicle.Id, cancellationToken);
        // A minimised copy has no tag: who does not see all of a record cannot write it.
        Expect(!read.IsPartial, "the controller does not see its own vehicle whole");
        WriteAnswer written = await _kent.Records.ReplaceAsync(read.Record with { Model = "Sample" }, read.Tag, cancellationToken);
        await SayAsync("Updated", $"the version that was read ({read.Tag}): {written.Change}, now {written.Tag}.");
    }

    private async Task MeetConflictAsync(CancellationToken cancellationToken)
    {
        RecordAnswer<Vehicle> ours = await _kent.Records.GetAsync<Vehicle>(_vehicle.Id, cancellationToken);
        await SomebodyElseChangesAsync(cancellationToken);

        PartnerResult<WriteAnswer> result = await _kent.Records.TryReplaceAsync(Repainted(ours.Record), ours.Tag, cancellationToken);
        Expect(result.Failure == PartnerFailure.Stale, "a stale version was taken");
        await SayAsync("Conflict", $"somebody was faster, and nothing was overwritten. {result.Problem}");

        // Resolved by making our change again, to what is there now: theirs is kept.
        for (int attempt = 0; result.Failure == PartnerFailure.Stale && attempt < 5; attempt++)
        {
            RecordAnswer<Vehicle> now = await _kent.Records.GetAsync<Vehicle>(_vehicle.Id, cancellationToken);
            result = await _kent.Records.TryReplaceAsync(Repainted(now.Record), now.Tag, cancellationToken);
        }
        result.OrThrow();
        Vehicle both = (await _kent.Records.GetAsync<Vehicle>(_vehicle.Id, cancellationToken)).Record;
        Expect(both.Colours.Count == 1 && both.Doors == TheirDoors, "one of the two changes is lost");
        await SayAsync("Resolved", "read again, our change made again, replaced. Both changes are there.");
    }

    private static Vehicle Repainted(Vehicle vehicle) => vehicle with { Colours = [VehicleColour.Blue] };

    private async Task SomebodyElseChangesAsync(CancellationToken cancellationToken)
    {
        RecordAnswer<Vehicle> theirs = await _kent.Records.GetAsync<Vehicle>(_vehicle.Id, cancellationToken);
        int doors = theirs.Record.Doors == TheirDoors ? TheirDoors - 2 : TheirDoors;
        await _kent.Records.ReplaceAsync(theirs.Record with { Doors = doors }, theirs.Tag, cancellationToken);
    }

    private async Task SubmitAsync(CancellationToken cancellationToken)
    {
        Agency essex = PoliceAgencies.Of(PoliceAgency.Essex);
        Crime crime = new() { Id = RecordId.New(), Controllers = [essex] };
        Bundle bundle = new()
        {
            Id = RecordId.New(),
            Kind = BundleKind.Submission,
            OperationalStatus = OperationalStatus.Test,
            Controllers = [essex],
            Sender = essex,
            Recipients = [PoliceAgencies.Of(PoliceAgency.Kent)],
            Sharing = new() { Agreement = "ISA-1", Purpose = ProcessingPurpose.Investigation },
            Records = [crime],
        };
        Receipt receipt = await _essex.Bundles.SubmitAsync(bundle, cancellationToken);
        Receipt again = await _essex.Bundles.SubmitAsync(bundle, cancellationToken);
        Expect(receipt.State == ReceiptStatus.Accepted && again.Id == receipt.Id, "the bundle was not taken in once");
        await SayAsync("Submitted", $"a bundle of Essex: {receipt.State}. Sent twice, taken in once: the receipt is the same.");
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        string? cursor = null;
        int past = 0;
        await foreach (RecordChange change in _kent.Changes.ReadAsync(cancellationToken: cancellationToken)) (cursor, past) = (change.Cursor, past + 1);
        await SomebodyElseChangesAsync(cancellationToken);
        await foreach (RecordChange change in _kent.Changes.FollowAsync(cursor, cancellationToken: cancellationToken))
        {
            if (change.Record != _vehicle.Id) continue;
            await SayAsync("Followed", $"the feed, {past} changes so far, then live: {change.RecordType} {change.Kind}. An event has no personal data; who needs more reads the record.");
            return;
        }
    }

    private async Task BeRefusedAsync(CancellationToken cancellationToken)
    {
        using PolicingClient forgetful = kentSystem.WithoutPurpose();
        PartnerSession without = forgetful.For(ContextOf(PoliceAgency.Kent, kentSystem));
        PartnerResult<RecordAnswer<Person>> nameless = await without.Records.TryGetAsync<Person>(_person.Id, cancellationToken);
        Expect(nameless.Failure == PartnerFailure.PurposeRequired, "a call without a purpose was answered");
        await SayAsync("Refused", $"without a purpose, whatever it is that is asked for. {nameless.Problem}");

        PartnerSession curious = kentSystem.Client.For(ContextOf(PoliceAgency.Kent, kentSystem) with { Purpose = ProcessingPurpose.PublicInformation });
        PartnerResult<RecordAnswer<Person>> wrong = await curious.Records.TryGetAsync<Person>(_person.Id, cancellationToken);
        Expect(wrong.Failure is PartnerFailure.NotAvailable or PartnerFailure.NotPermitted, "a call for a wrong purpose was answered");
        await SayAsync("Refused", $"for a wrong purpose, public information. What a purpose does not open looks like what is not there, so that nobody learns of it. {wrong.Problem}");
        await SayAsync("", "Who thinks a refusal is wrong asks the partner with the audit entry: it says why.");
    }

    private static void Expect(bool isSo, string otherwise)
    {
        if (!isSo) throw new WalkException($"It did not go as it should: {otherwise}.");
    }

    private Task SayAsync(string step, string what) => output.WriteLineAsync($"{step,-10} {what}");
}
