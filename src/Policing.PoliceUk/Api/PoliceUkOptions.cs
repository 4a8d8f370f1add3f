using Policing.DataModel.Codes;

namespace Policing.PoliceUk.Api;

/// <summary>What a <see cref="PoliceUkClient"/> may take, and whom it asks. Immutable.</summary>
public sealed record PoliceUkOptions
{
    /// <summary>The options where none are given.</summary>
    public static PoliceUkOptions Default { get; } = new();

    /// <summary>Where the service is. <c>https://data.police.uk/api/</c> if not set. A final slash is added where there is none.</summary>
    /// <exception cref="ArgumentException">It is not an absolute address of http or https, or has a query or fragment.</exception>
    public Uri BaseAddress
    {
        get;
        init => field = Checked(value);
    } = new("https://data.police.uk/api/");

    /// <summary>The product that requests name, so that the service can tell who asks. This package's name and version if not set.</summary>
    /// <exception cref="ArgumentException">It is blank or cannot stand in a header.</exception>
    public string UserAgent
    {
        get;
        init => field = CheckedAgent(value);
    } = "PolicingSdk-PoliceUk/" + (typeof(PoliceUkOptions).Assembly.GetName().Version?.ToString(3) ?? "0.0.0");

    /// <summary>How often one request is sent at most, the first time included. 4 if not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaxAttempts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 4;

    /// <summary>
    /// How long one request may go on failing: no further attempt begins later than this after the first, also where the service asks to wait
    /// longer. Waiting for the limiter before the first attempt does not count. One minute if not set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public TimeSpan MaxRetryTime
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMinutes(1);

    /// <summary>How long one attempt may take, reading the answer included. One minute if not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0, or above a day.</exception>
    public TimeSpan AttemptTimeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
            field = value;
        }
    } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes of one answer, after decompression. 64 MiB if not set, at most 1 GiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or above 1 GiB.</exception>
    public int MaxAnswerBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 30);
            field = value;
        }
    } = 64 << 20;

    /// <summary>
    /// How many requests one question about a polygon may take when it has to be split, further attempts included. 256 if not set; 1 never splits.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaxRequestsPerArea
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 256;

    /// <summary>
    /// The code lists by which forces and categories are checked before anything is sent. Those of this release if not set; lay your own over
    /// them for a category that the service has added.
    /// </summary>
    public IReferenceData ReferenceData { get; init; } = DataModel.Codes.ReferenceData.BuiltIn;

    /// <summary>The clock. The system's if not set.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    private static Uri Checked(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new ArgumentException("Give an absolute address of https or http without query and fragment.", nameof(address));
        return address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }

    private static string CheckedAgent(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        using var request = new HttpRequestMessage();
        return request.Headers.UserAgent.TryParseAdd(agent)
            ? agent
            : throw new ArgumentException("Give a product and maybe its version, for example MyMap/1.2.", nameof(agent));
    }
}
