using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Api;

namespace Policing.Samples.Streets;

/// <summary>The program without the console, so that a test can run it.</summary>
public static class StreetCrimeProgram
{
    /// <summary>Runs it.</summary>
    /// <param name="args">What the user typed.</param>
    /// <param name="output">Where the summary goes.</param>
    /// <param name="errors">Where complaints go.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        if (!Arguments.TryRead(args, out var arguments, out var mistake))
        {
            await errors.WriteLineAsync(mistake);
            await errors.WriteLineAsync(Arguments.Usage);
            return 2;
        }

        if (arguments.Help)
        {
            await output.WriteLineAsync(Arguments.Usage);
            return 0;
        }

        try
        {
            return await AskAsync(arguments, output, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Cancelled. Nothing was written.");
            return 130;
        }
        catch (PoliceUkException e)
        {
            await errors.WriteLineAsync($"{e.Outcome}: {e.Message}");
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            await errors.WriteLineAsync("A file cannot be read or written: look at --output, --offline and --record.");
            return 1;
        }
    }

    private static async Task<int> AskAsync(Arguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var recording = arguments.Offline is { } offline ? RecordedAnswers.Open(offline) : null;
        await using var services = Services(arguments, recording);
        var client = services.GetRequiredService<PoliceUkClient>();

        var month = arguments.Month;
        if (month.IsAbsent)
            month = (await client.GetAvailableMonthsAsync(cancellationToken)).Value[0].DataMonth;
        var crimes = (await client.GetCrimesAsync(arguments.Area, month, cancellationToken: cancellationToken)).Value;

        // What was made by hand must never pass for what the police published.
        var status = recording?.IsSynthetic == true ? OperationalStatus.Test : OperationalStatus.Actual;
        var bundle = new ApiMapping().Map(crimes).ToBundle(status);
        var json = PoliceJson.Write(bundle);
        await File.WriteAllBytesAsync(arguments.Output, json, cancellationToken);

        Summary.Of(crimes, month).Write(output);
        var report = new PolicingValidator().Read(json).Report;
        await output.WriteLineAsync($"{bundle.Records.Count} records written, {report.Findings.Count(f => f.Severity == Severity.Error)} errors found in them.");
        await output.WriteLineAsync(recording?.IsSynthetic == true ? "The answers were made by hand: none of it happened." : PoliceUkLicence.Attribution);
        return 0;
    }

    private static ServiceProvider Services(Arguments arguments, RecordedAnswers? recording)
    {
        var services = new ServiceCollection();
        var client = services.AddPoliceUkClient(options => options with { UserAgent = "PolicingSdk-StreetCrime/1.0" });
        if (recording is not null)
            client.ConfigurePrimaryHttpMessageHandler(() => recording);
        if (arguments.Record is { } folder)
            client.AddHttpMessageHandler(() => new AnswerRecorder(folder));
        return services.BuildServiceProvider();
    }
}
