using System.Globalization;
using System.Text;

namespace Policing.PoliceUk.Api;

/// <summary>Writes paths and queries, alike in every culture.</summary>
internal static class RequestLine
{
    /// <summary>
    /// The longest request line that is sent as a GET, "GET " and " HTTP/1.1" included: beyond 4,094 characters the service answers 400. Source:
    /// data.police.uk/docs/method/crime-street.
    /// </summary>
    public const int Longest = 4094;

    private const int AroundPath = 4 + 9;

    /// <summary>A question about an area: a GET where it is short enough, else the POST with a form. JSON is not taken by the service.</summary>
    /// <param name="basePath">The path of the base address, with its final slash: it is part of the line.</param>
    /// <param name="route">The route, escaped.</param>
    /// <param name="area">The area.</param>
    /// <param name="month">The month.</param>
    public static ApiRequest Area(string basePath, string route, SearchArea area, DataMonth month)
    {
        if (!area.IsPolygon)
            return new($"{route}?{Position(area.Corners[0])}&date={month}", RequestSubject.Position) { Month = month };
        var poly = area.ToPoly();
        var path = $"{route}?poly={poly}&date={month}";
        return AroundPath + basePath.Length + path.Length <= Longest
            ? new(path, RequestSubject.Polygon) { Month = month }
            : new(route, RequestSubject.Polygon) { Month = month, Form = $"poly={Uri.EscapeDataString(poly)}&date={month}" };
    }

    /// <summary><c>lat=…&amp;lng=…</c>.</summary>
    public static string Position(MapPosition position) =>
        string.Create(CultureInfo.InvariantCulture, $"lat={position.Latitude}&lng={position.Longitude}");

    /// <summary>A path of segments, each escaped.</summary>
    /// <exception cref="ArgumentException">The last segment is blank, or one that addresses take for another folder.</exception>
    public static string Path(params ReadOnlySpan<string> segments)
    {
        var path = new StringBuilder();
        foreach (var segment in segments)
        {
            if (path.Length > 0)
                path.Append('/');
            path.Append(Uri.EscapeDataString(segment));
        }

        return path.ToString();
    }
}
