using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Tests.Archive;
using Policing.Samples.Streets;

namespace Policing.PoliceUk.Tests.Suite;

/// <summary>samples/StreetCrime, without the network.</summary>
public sealed class StreetCrimeSampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Offline_it_writes_a_valid_bundle_and_counts()
    {
        var file = Path.Combine(_folder.Root, "bundle.json");

        Assert.Equal(0, await StreetCrimeProgram.RunAsync(["--offline", "--output", file], _output, _errors, Token));

        var read = new PolicingValidator().Read(await File.ReadAllBytesAsync(file, Token));
        Assert.DoesNotContain(read.Report.Findings, f => f.Severity == Severity.Error);
        var bundle = read.As<Bundle>();
        Assert.Equal(OperationalStatus.Test, bundle.OperationalStatus);
        Assert.Equal(120, bundle.Records.Count(r => r is Crime or AntiSocialBehaviour));
        Assert.All(bundle.Records.OfType<Location>(), location => Assert.True(location.Point!.Anonymised));
        var summary = _output.ToString();
        Assert.StartsWith("2024-02: 120 crimes and incidents", summary, StringComparison.Ordinal);
        Assert.Contains(", 0 errors found in them.", summary, StringComparison.Ordinal);
        Assert.Contains("none of it happened", summary, StringComparison.Ordinal);
        Assert.Equal("", _errors.ToString());
    }

    [Fact]
    public async Task What_is_recorded_can_be_asked_again()
    {
        var copy = Path.Combine(_folder.Root, "copy");
        string[] output = ["--output", Path.Combine(_folder.Root, "bundle.json")];
        Assert.Equal(0, await StreetCrimeProgram.RunAsync(["--offline", "--record", copy, .. output], TextWriter.Null, _errors, Token));

        Assert.Equal(0, await StreetCrimeProgram.RunAsync(["--offline", copy, .. output], _output, _errors, Token));

        Assert.Equal(3, Directory.GetFiles(copy).Length);
        Assert.StartsWith("2024-02: 120 crimes and incidents", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_was_not_recorded_is_told_as_the_service_would_tell_it()
    {
        Assert.Equal(1, await StreetCrimeProgram.RunAsync(["--offline", "--month", "2023-01"], _output, _errors, Token));

        Assert.StartsWith("BadMonth: ", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--around", "north")]
    [InlineData("--around", "1")]
    [InlineData("--around", "99,1")]
    [InlineData("--box", "2,0,1,1")]
    [InlineData("--around", "1,1", "--month", "May")]
    [InlineData("--around")]
    [InlineData("--everything")]
    public async Task Wrong_arguments_are_explained(params string[] args)
    {
        Assert.Equal(2, await StreetCrimeProgram.RunAsync(args, _output, _errors, Token));

        Assert.Contains("Usage:", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_recording_is_refused()
    {
        Assert.Equal(1, await StreetCrimeProgram.RunAsync(["--offline", _folder.Root], _output, _errors, Token));
        await File.WriteAllTextAsync(Path.Combine(_folder.Root, "requests.txt"), "GET /api/forces 200 ../secret\n", Token);
        Assert.Equal(1, await StreetCrimeProgram.RunAsync(["--offline", _folder.Root], _output, _errors, Token));
    }
}
