using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Ethics.Audit;
using Policing.Ethics.Redaction;
using Policing.Ethics.Sqlite;

namespace Policing.Cli.Tests.Commands;

/// <summary>What an auditor does with a log that somebody else made, each by a process.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Origin = "audit.force.example/records";
    private const int Entries = 300;

    private readonly ToolProcess _tool = new();

    public void Dispose() => _tool.Dispose();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AKeyIsMadeAndItsPublicHalfShown()
    {
        ToolOutcome made = await _tool.RunAsync("key", "new", Origin, "log.key");
        Assert.Equal((0, ""), (made.Code, made.Errors));
        Assert.Equal(NoteFault.None, VerifierKey.TryParse(made.Output.Trim(), out _));
        Assert.Equal(made.Output, (await _tool.RunAsync("key", "show", "log.key")).Output);
        Assert.DoesNotContain("PRIVATE", made.Output, StringComparison.Ordinal);
        Assert.Equal(NoteFault.None, VerifierKey.TryParse((await _tool.RunAsync("key", "new", Origin, "ed.key", "--type", "ed25519")).Output.Trim(), out _));
        Assert.Equal(2, (await _tool.RunAsync("key", "new", Origin, "log.key")).Code);
        Assert.Equal(2, (await _tool.RunAsync("key", "new", "Robin Example", "other.key")).Code);
        Assert.Equal(2, (await _tool.RunAsync("key", "show", "none.key")).Code);
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_tool.Folder, "log.key")));
        File.SetUnixFileMode(Path.Combine(_tool.Folder, "log.key"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Equal(2, (await _tool.RunAsync("key", "show", "log.key")).Code);
    }

    [Theory]
    [InlineData("ecdsa")]
    [InlineData("ed25519")]
    public async Task ALogIsCheckedAndAnEntryProvedAndTheProofVerifiedWithoutTheLog(string type)
    {
        AuditEntryId id = await MakeAsync(type);
        ToolOutcome good = await _tool.RunAsync("audit", "fsck", "audit.db", "--key", "log.pub");
        Assert.True(good.Code == 0, good.Errors);
        Assert.Contains($"GOOD: {Entries} entries, {Entries} of them signed", good.Output, StringComparison.Ordinal);

        ToolOutcome proved = await _tool.RunAsync("audit", "prove", "audit.db", id.Value!, "--output", "one.tlog-proof");
        Assert.True(proved.Code == 0, proved.Errors);
        Assert.Equal(0, (await _tool.RunAsync("audit", "prove", "audit.db", "17")).Code);
        Assert.True(File.Exists(Path.Combine(_tool.Folder, "entry-17.tlog-proof.leaf")));
        File.Delete(Path.Combine(_tool.Folder, "audit.db"));

        ToolOutcome verified = await _tool.RunAsync("audit", "verify", "one.tlog-proof", "--leaf", "one.tlog-proof.leaf", "--key", _tool.Read("log.pub").Trim());
        Assert.True(verified.Code == 0, verified.Errors);
        Assert.Contains("GOOD: the entry is number 0 of the log", verified.Output, StringComparison.Ordinal);
        ToolOutcome other = await _tool.RunAsync("audit", "verify", "one.tlog-proof", "--leaf", "entry-17.tlog-proof.leaf", "--key", "log.pub");
        Assert.Equal(1, other.Code);
        Assert.Contains("this entry is not at this place", other.Output, StringComparison.Ordinal);
        await _tool.RunAsync("key", "new", Origin, "strange.key");
        _tool.Write("strange.pub", (await _tool.RunAsync("key", "show", "strange.key")).Output);
        ToolOutcome strange = await _tool.RunAsync("audit", "verify", "one.tlog-proof", "--leaf", "one.tlog-proof.leaf", "--key", "strange.pub");
        Assert.Equal(1, strange.Code);
        Assert.Contains("not signed by the keys", strange.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEntryThatSomebodyWasGivenIsHeldAgainstTheProof()
    {
        await MakeAsync("ecdsa");
        Assert.Equal(0, (await _tool.RunAsync("audit", "prove", "audit.db", "0")).Code);
        _tool.Write("line.json", Line(0));
        ToolOutcome good = await _tool.RunAsync("audit", "verify", "entry-0.tlog-proof", "--entry", "line.json", "--key", "log.pub");
        Assert.True(good.Code == 0, good.Output + good.Errors);
        _tool.Write("line.json", Line(0).Replace("kent", "bent", StringComparison.Ordinal));
        Assert.Equal(1, (await _tool.RunAsync("audit", "verify", "entry-0.tlog-proof", "--entry", "line.json", "--key", "log.pub")).Code);
        _tool.Write("line.json", "{\"core\":\"Robin\"}");
        ToolOutcome bad = await _tool.RunAsync("audit", "verify", "entry-0.tlog-proof", "--entry", "line.json", "--key", "log.pub");
        Assert.Equal(2, bad.Code);
        Assert.DoesNotContain("Robin", bad.Output + bad.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasDoneToALogIsFoundWithItsPlaceAndWithoutWhatStandsThere()
    {
        await MakeAsync("ecdsa");
        Tamper("UPDATE audit_entry SET core = replace(CAST(core AS TEXT), 'kent', 'Robin') WHERE idx = 17");
        ToolOutcome found = await _tool.RunAsync("audit", "fsck", "audit.db", "--key", "log.pub");
        Assert.Equal(1, found.Code);
        Assert.Contains("Edited", found.Output, StringComparison.Ordinal);
        ToolOutcome json = await _tool.RunAsync("audit", "fsck", "audit.db", "--key", "log.pub", "--json");
        using JsonDocument document = JsonDocument.Parse(json.Output);
        JsonElement finding = Assert.Single(document.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(("Edited", "entry", 17), (finding.GetProperty("finding").GetString(), finding.GetProperty("place").GetString(), finding.GetProperty("from").GetInt32()));
        Assert.DoesNotContain("Robin", found.Output + found.Errors + json.Output + json.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("u-1001", found.Output + json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOldCopyThatWasPutBackIsSeenByACheckpointThatWasKept()
    {
        await MakeAsync("ecdsa");
        Assert.Equal(0, (await _tool.RunAsync("audit", "export", "audit.db", "tiles")).Code);
        _tool.Write("kept.checkpoint", _tool.Read("tiles/checkpoint"));
        Assert.Equal(0, (await _tool.RunAsync("audit", "fsck", "audit.db", "--key", "log.pub", "--pin", "kept.checkpoint")).Code);
        Tamper("DELETE FROM audit_entry WHERE idx >= 280; DELETE FROM audit_details WHERE idx >= 280; DELETE FROM audit_checkpoint WHERE size > 200");
        ToolOutcome rolled = await _tool.RunAsync("audit", "fsck", "audit.db", "--key", "log.pub", "--pin", "kept.checkpoint");
        Assert.Equal(1, rolled.Code);
        Assert.Contains("RolledBack", rolled.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExportIsADirectoryOfTilesThatHoldsTogether()
    {
        await MakeAsync("ecdsa");
        ToolOutcome exported = await _tool.RunAsync("audit", "export", "audit.db", "tiles", "--json");
        Assert.Equal((0, ""), (exported.Code, exported.Errors));
        string folder = Path.Combine(_tool.Folder, "tiles");
        Checkpoint checkpoint = Checkpoint.Parse(TileReader.ReadCheckpoint(folder).Text);
        new TileReader(folder, checkpoint.Size).Check(checkpoint.Root, Ct);
        Assert.Equal(checkpoint.Root.ToString(), JsonDocument.Parse(exported.Output).RootElement.GetProperty("root").GetString());
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) Assert.DoesNotContain("kent", await File.ReadAllTextAsync(file, Ct), StringComparison.Ordinal);
        Assert.Equal(2, (await _tool.RunAsync("audit", "export", "audit.db", "tiles")).Code);
    }

    [Theory]
    [InlineData(2, "no key is given", "audit", "fsck", "audit.db")]
    [InlineData(2, "there is no log at this place", "audit", "fsck", "Robin.db", "--key", "log.pub")]
    [InlineData(2, "a key cannot be read", "audit", "fsck", "audit.db", "--key", "Robin")]
    [InlineData(2, "a file of keys has a line that is no public key", "audit", "fsck", "audit.db", "--key", "text")]
    [InlineData(2, "no key is of this log", "audit", "fsck", "audit.db", "--key", "other.pub")]
    [InlineData(2, "a pinned checkpoint is none", "audit", "fsck", "audit.db", "--key", "log.pub", "--pin", "text")]
    [InlineData(2, "the file of the policy is not right, line 1", "audit", "fsck", "audit.db", "--key", "log.pub", "--policy", "text")]
    [InlineData(1, "there is no whole log at this place", "audit", "fsck", "text", "--key", "log.pub")]
    [InlineData(2, "there is no such entry in the log", "audit", "prove", "audit.db", "300")]
    [InlineData(2, "there is no such entry in the log", "audit", "prove", "audit.db", "Robin")]
    [InlineData(2, "a proof is about an entry that you have", "audit", "verify", "text", "--key", "log.pub")]
    [InlineData(2, "the proof is none", "audit", "verify", "text", "--leaf", "text", "--key", "log.pub")]
    [InlineData(2, "POLICING_AUDIT_DATABASE is not set", "audit", "fsck", "postgresql", "--key", "log.pub")]
    public async Task BadInputIsSaidAndNotQuoted(int code, string said, params string[] arguments)
    {
        await MakeAsync("ecdsa");
        _tool.Write("text", "Robin Example\n");
        _tool.Write("other.pub", (await _tool.RunAsync("key", "new", "audit.other.example/records", "other.key")).Output);
        ToolOutcome outcome = await _tool.RunAsync(arguments);
        Assert.Equal(code, outcome.Code);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("  do: ", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", outcome.Output + outcome.Errors, StringComparison.Ordinal);
    }

    // With the key that the tool made, as a host would take it from its file.
    private async Task<AuditEntryId> MakeAsync(string type)
    {
        _tool.Write("log.pub", (await _tool.RunAsync("key", "new", Origin, "log.key", "--type", type)).Output);
        using SigningKey key = KeyFile.Read(Path.Combine(_tool.Folder, "log.key"));
        INoteSigner signer = type == "ecdsa" ? EcdsaNoteSigner.Of(key) : new Policing.Ethics.Ed25519.Ed25519NoteSigner(key);
        await using AuditLog log = SqliteAuditLog.Create(Path.Combine(_tool.Folder, "audit.db"), options =>
        {
            options.Log.Origin = Origin;
            options.Log.Signers = [signer];
            options.Log.Pseudonyms = new PseudonymKey("t1", RandomNumberGenerator.GetBytes(32));
        });
        AuditEntryId first = await log.AppendAsync(Entry(0), Ct);
        for (int i = 1; i < Entries; i++)
        {
            await log.AppendAsync(Entry(i), Ct);
            if (i == 200) await log.CheckpointAsync(Ct);
        }

        return first;
    }

    private static AuditEntry Entry(int number) => new()
    {
        Time = new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero).AddSeconds(number),
        Context = new()
        {
            Actor = new() { Person = "u-1001", Agency = PoliceAgencies.Of(PoliceAgency.Kent), System = "crime-desk" },
            Purpose = ProcessingPurpose.Investigation,
            Basis = LawfulBasis.Part3Task,
            CaseReference = "46/1234/31",
            Justification = "Identify the suspect of a burglary",
        },
        Operation = AccessOperation.Consultation,
        RecordType = "person",
        Decision = AccessDecision.Permit("sha256:" + new string('0', 64), ["BL-P1"]),
        PolicyHash = "sha256:" + new string('0', 64),
    };

    // A line as an export writes it.
    private string Line(int index)
    {
        using Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={Path.Combine(_tool.Folder, "audit.db")};Pooling=False");
        connection.Open();
        using Microsoft.Data.Sqlite.SqliteCommand command = new("SELECT CAST(e.core AS TEXT), e.core_salt, CAST(d.details AS TEXT), d.salt FROM audit_entry e JOIN audit_details d ON d.idx = e.idx WHERE e.idx = " + index.ToString(CultureInfo.InvariantCulture), connection);
        using Microsoft.Data.Sqlite.SqliteDataReader row = command.ExecuteReader();
        Assert.True(row.Read());
        return $$"""{"core":{{row.GetString(0)}},"coreSalt":"{{Convert.ToBase64String(row.GetFieldValue<byte[]>(1))}}","details":{{row.GetString(2)}},"detailsSalt":"{{Convert.ToBase64String(row.GetFieldValue<byte[]>(3))}}","index":{{index}},"intact":true}""" + "\n";
    }

    private void Tamper(string statement)
    {
        using Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={Path.Combine(_tool.Folder, "audit.db")};Pooling=False");
        connection.Open();
        using Microsoft.Data.Sqlite.SqliteCommand command = new(statement, connection);
        command.ExecuteNonQuery();
    }
}
