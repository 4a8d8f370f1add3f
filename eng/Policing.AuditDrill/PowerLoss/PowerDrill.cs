using Policing.AuditDrill.Checking;
using Policing.Ethics.Audit;

namespace Policing.AuditDrill.PowerLoss;

/// <summary>
/// Power loss: a process writes to a log in a SQLite file while a preloaded shim notes every write and every sync; then the disk is laid out as it may have been at random
/// moments, and the log is opened there. With <c>synchronous = OFF</c> the same must lose something, or the drill would show nothing.
/// </summary>
internal static class PowerDrill
{
    private const string Observer = "acknowledged";
    private const int LossesOfARun = 10;
    private const int EntriesOfARun = 3_000;

    public static async Task<int> RunAsync(DrillOptions options)
    {
        string shim = await CompileAsync();
        try
        {
            Random random = new(options.Seed);
            (int losses, long promised, int atRisk) = (0, 0, 0);
            while (losses < options.Times)
            {
                using DrillFolder folder = DrillFolder.Make();
                DiskJournal journal = await RecordAsync(folder, shim, isUnsafe: false);
                for (int i = 0; i < LossesOfARun && losses < options.Times; i++, losses++)
                {
                    Loss loss = await LoseAsync(folder, journal, random, losses);
                    if (loss.Entries + loss.Checkpoints > 0 || loss.Fault is not null)
                        throw new DrillException($"Lost at loss {losses + 1} of seed {options.Seed}: {loss}");
                    promised += loss.Promised;
                    if (loss.HadUnsynced) atRisk++;
                }
            }
            Console.WriteLine($"SQLite, synchronous=FULL: power lost {losses} times, {atRisk} of them with writes that no sync covered; all of {promised} acknowledgements kept");
            await ShowThatItFindsAsync(shim, random);
            Console.WriteLine("held");
            return 0;
        }
        finally
        {
            File.Delete(shim);
        }
    }

    private static async Task ShowThatItFindsAsync(string shim, Random random)
    {
        using DrillFolder folder = DrillFolder.Make();
        DiskJournal journal = await RecordAsync(folder, shim, isUnsafe: true);
        (int worse, long lost) = (0, 0);
        for (int i = 0; i < LossesOfARun; i++)
        {
            Loss loss = await LoseAsync(folder, journal, random, i);
            if (loss.Entries > 0 || loss.Fault is not null) worse++;
            lost += loss.Entries;
        }
        if (worse == 0) throw new DrillException("With synchronous=OFF nothing was lost: this drill finds nothing.");
        Console.WriteLine($"SQLite, synchronous=OFF: {worse} of {LossesOfARun} losses lost what was acknowledged, as they should: {lost} entries, or the log did not open");
    }

    private static async Task<string> CompileAsync()
    {
        string compiler = ChildProcess.IsThere("cc") ? "cc" : throw new DrillException("There is no C compiler (cc).");
        string shim = Path.Combine(Path.GetTempPath(), $"policing-journal-{Guid.NewGuid():N}.so");
        int code = await ChildProcess.RunAsync([compiler, "-shared", "-fPIC", "-O1", "-Wall", "-o", shim, Path.Combine(AppContext.BaseDirectory, "PowerLoss", "journal.c"), "-ldl"]);
        return code == 0 ? shim : throw new DrillException("The shim does not compile.");
    }

    private static async Task<DiskJournal> RecordAsync(DrillFolder folder, string shim, bool isUnsafe)
    {
        string journal = Path.Combine(folder.Path, "journal");
        Dictionary<string, string> environment = new() { ["LD_PRELOAD"] = shim, ["POLICING_JOURNAL"] = journal, ["POLICING_FOLDER"] = folder.Data };
        int code = await ChildProcess.RunAsync(
            [
                .. ChildProcess.Self, "write", "--folder", folder.Path, "--acks", Path.Combine(folder.Data, Observer), "--writers", "8",
                "--entries", $"{EntriesOfARun}", "--unsafe", isUnsafe ? "1" : "0",
            ],
            environment);
        if (code != 0) throw new DrillException($"The writer ended with {code}.");
        DiskJournal read = DiskJournal.Read(journal);
        if (!read.Operations.Any(operation => operation.Kind == DiskOperation.Write)) throw new DrillException("The shim noted nothing: it was not loaded.");
        return read;
    }

    private static async Task<Loss> LoseAsync(DrillFolder folder, DiskJournal journal, Random random, int number)
    {
        int moment = random.Next(FirstPromise(journal) + 1, journal.Operations.Count + 1);
        Promises promises = Promises.Parse(journal.TextOf(Observer, moment));
        DirectoryInfo after = Directory.CreateDirectory(Path.Combine(folder.Path, $"after-{number}-{moment}"));
        new DiskImage(journal, moment, (LossKind)(number % 3), random).Write(after.FullName, Observer);
        LogCheck check = new();
        check.Add(promises);
        bool hadUnsynced = HasUnsynced(journal, moment);
        try
        {
            await using AuditLog log = folder.Log(file: Path.Combine(after.FullName, Path.GetFileName(folder.Database)));
            (int entries, int checkpoints, _) = await check.LostAsync(log);
            return new(promises.Entries.Count, entries, checkpoints, null, hadUnsynced);
        }
        catch (Exception exception) when (exception is AuditLogException or DrillException)
        {
            return new(promises.Entries.Count, 0, 0, exception.Message, hadUnsynced);
        }
        finally
        {
            after.Delete(recursive: true);
        }
    }

    private static int FirstPromise(DiskJournal journal)
    {
        for (int at = 0; at < journal.Operations.Count; at++)
        {
            DiskOperation operation = journal.Operations[at];
            if (operation.Kind == DiskOperation.Write && journal.NameOf(operation.File) == Observer) return at;
        }
        throw new DrillException("Nothing was acknowledged.");
    }

    private static bool HasUnsynced(DiskJournal journal, int moment)
    {
        for (int at = moment - 1; at >= 0; at--)
        {
            DiskOperation operation = journal.Operations[at];
            if (operation.Kind == DiskOperation.Synced) return false;
            if (operation.Kind == DiskOperation.Write && journal.NameOf(operation.File) != Observer) return true;
        }
        return false;
    }

    private sealed record Loss(int Promised, int Entries, int Checkpoints, string? Fault, bool HadUnsynced);
}
