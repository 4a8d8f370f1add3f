using FsCheck;
using FsCheck.Fluent;
using Policing.DataModel;
using Policing.Testing;

namespace Policing.Client.Tests.Sending;

/// <summary>Random scripts of faults, on a clock that is not the machine's.</summary>
public class FaultScriptTests
{
    private static readonly string[] Names = [.. FaultTests.Lasting.Select(static row => (string)row.Data.Item1), nameof(PartnerFault.None)];

    [Fact]
    public void Keyed_calls_have_one_effect_where_they_succeed_and_one_at_most_always() => Check(static async (bench, _) =>
    {
        IdempotencyKey key = IdempotencyKey.New();
        bench.Partner.Hold(Bench.PersonOf(1));
        PartnerResult<WriteAnswer> result = await bench.RunAsync(
            bench.Session.Records.TryChangeStatusAsync<Person>(Bench.IdOf(1), StatusChange.Retract("entered twice"), RecordTag.Any, key, CancellationToken.None));
        return Judge(bench, result.IsSuccess, result.Problem, Bench.IdOf(1));
    });

    [Fact]
    public void Bundles_are_taken_in_once() => Check(static async (bench, _) =>
    {
        Bundle bundle = Sessions.ExchangeTests.BundleOf(900, Bench.PersonOf(1));
        PartnerResult<Receipt> result = await bench.RunAsync(bench.Session.Bundles.TrySubmitAsync(bundle, CancellationToken.None));
        return Judge(bench, result.IsSuccess, result.Problem, bundle.Id);
    });

    [Fact]
    public void Conditional_writes_are_done_once() => Check(static async (bench, _) =>
    {
        PartnerResult<WriteAnswer> result = await bench.RunAsync(bench.Session.Records.TryCreateAsync(Bench.PersonOf(1), CancellationToken.None));
        return Judge(bench, result.IsSuccess, result.Problem, Bench.IdOf(1));
    });

    [Fact]
    public void Calls_of_unknown_outcome_are_sent_once_and_say_when_nobody_knows() => Check(static async (bench, _) =>
    {
        bench.Partner.Hold(Bench.PersonOf(1));
        PartnerResult<WriteAnswer> result = await bench.RunAsync(
            bench.Session.Records.TryChangeStatusOnceAsync<Person>(Bench.IdOf(1), StatusChange.Retract("entered twice"), RecordTag.Any, CancellationToken.None));
        int effects = bench.Partner.EffectsOn(Bench.IdOf(1));
        bool isHonest = result.IsSuccess || effects == 0 || result.Failure == PartnerFailure.UnknownOutcome;
        return Judge(bench, result.IsSuccess, result.Problem, Bench.IdOf(1)) && isHonest && bench.Partner.Requests.Count == 1;
    });

    private static bool Judge(Bench bench, bool isSuccess, PartnerProblem? problem, RecordId id)
    {
        int effects = bench.Partner.EffectsOn(id);
        if (effects > 1 || isSuccess && effects != 1) return false;
        // Who is told that nothing can have happened must be able to rely on it.
        return isSuccess || effects == 0 || problem!.MayHaveTakenEffect;
    }

    private static void Check(Func<Bench, string[], Task<bool>> holds)
    {
        Gen<string[]> scripts = Gen.Elements(Names).ArrayOf().Resize(6);
        Prop.ForAll(scripts.ToArbitrary(), script => Task.Run(() => HoldsAsync(script, holds)).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static async Task<bool> HoldsAsync(string[] script, Func<Bench, string[], Task<bool>> holds)
    {
        using Bench bench = new(static options => options.MaxAnswerBytes = 1 << 20);
        foreach (string name in script) bench.Partner.Then(name == nameof(PartnerFault.CompressedBomb) ? PartnerFault.CompressedBomb(2 << 20) : FaultTests.FaultOf(name));
        DateTimeOffset begun = bench.Clock.GetUtcNow();
        bool held = await holds(bench, script);
        bool isInBudget = bench.Clock.GetUtcNow() - begun <= TimeSpan.FromSeconds(30);
        return held && isInBudget && bench.Clock.TimersSet == 0;
    }
}
