using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Policing.Client;

/// <summary>Traces and figures of calls. Their tags are the operation, the failure, the status and the attempts, and nothing else ever.</summary>
internal static class ClientTelemetry
{
    public const string Name = "Policing.Client";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("policing.client.call.duration", "s", "How long calls took, attempts and waiting included.");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("policing.client.retries", "{attempt}", "Attempts after the first.");

    /// <summary>Whether somebody wants to know how long calls take.</summary>
    public static bool IsTimed => Duration.Enabled;

    public static Activity? Start(PartnerOperation operation) => Source.StartActivity(operation.Name, ActivityKind.Client);

    public static void End(Activity? activity, PartnerCall call, PartnerFailure failure, int? status, TimeSpan? took)
    {
        if (took is { } time)
            Duration.Record(time.TotalSeconds, new("partner.operation", call.Operation.Name), new("partner.failure", failure.ToString()));
        if (activity is null) return;
        activity.SetTag("partner.operation", call.Operation.Name);
        activity.SetTag("partner.failure", failure.ToString());
        activity.SetTag("partner.attempts", call.Attempts);
        if (status is { } number) activity.SetTag("http.response.status_code", number);
        if (failure != PartnerFailure.None) activity.SetStatus(ActivityStatusCode.Error);
    }

    public static void Retried(PartnerOperation operation)
    {
        if (Retries.Enabled) Retries.Add(1, new KeyValuePair<string, object?>("partner.operation", operation.Name));
    }
}
