namespace Policing.Benchmarks.Start;

/// <summary>A program of benchmarks/startup that is measured against hello.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Program">The program's name.</param>
/// <param name="Expected">What it says.</param>
internal sealed record StartContest(string Project, string Program, string Expected)
{
    public static StartContest FirstRead { get; } = new("first-read", "FirstRead", "person");

    public static StartContest FirstValidated { get; } = new("first-validated", "FirstValidated", "person, 0 errors, 0 warnings, 0 informations");
}
