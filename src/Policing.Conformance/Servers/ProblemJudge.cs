using System.Globalization;
using System.Text.Json;
using Policing.Conformance.Cases;

namespace Policing.Conformance.Servers;

/// <summary>Whether an answer is the problem that it should be: by its status, type and code, and without a word of what was sent.</summary>
internal static class ProblemJudge
{
    /// <summary>What the types of all problems of the contract begin with.</summary>
    public const string Types = "https://schemas.policing-sdk.example/problems/";

    public static CaseVerdict Judge(ServerAnswer answer, string code)
    {
        if (answer.Status != StatusOf(code)) return CaseVerdict.Of(FaultReasons.OtherStatus);
        if (answer.MediaType != "application/problem+json" || answer.Json is null) return CaseVerdict.Of(FaultReasons.NoProblem);
        if (answer.Text("code") != code) return CaseVerdict.Of(FaultReasons.OtherProblem, "/code");
        if (answer.Text("type") != Types + code) return CaseVerdict.Of(FaultReasons.OtherProblem, "/type");
        if (!answer.Has("status", JsonValueKind.Number) || answer.Json.Value.GetProperty("status").GetRawText() != answer.Status.ToString(CultureInfo.InvariantCulture)) return CaseVerdict.Of(FaultReasons.OtherStatus, "/status");
        if (answer.Quotes(ServerRecords.Canary)) return CaseVerdict.Of(FaultReasons.Quoted);
        return Frame(answer);
    }

    /// <summary>What every answer has.</summary>
    public static CaseVerdict Frame(ServerAnswer answer)
    {
        if (!answer.Headers.GetValueOrDefault("Cache-Control", "").Contains("no-store", StringComparison.OrdinalIgnoreCase)) return CaseVerdict.Of(FaultReasons.Cacheable);
        return Guid.TryParse(answer.Headers.GetValueOrDefault("Policing-Correlation"), out Guid echoed) && echoed == answer.Correlation ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.NotEchoed);
    }

    private static int StatusOf(string code) => code switch
    {
        "malformed-request" or "cursor-invalid" => 400,
        "unauthenticated" => 401,
        "purpose-required" or "not-permitted" or "not-controller" => 403,
        "not-available" => 404,
        "not-acceptable" => 406,
        "bundle-conflict" => 409,
        "exists" or "stale" => 412,
        "too-large" => 413,
        "unsupported-media-type" => 415,
        "precondition-required" => 428,
        "headers-too-large" => 431,
        _ => 422,
    };
}
