using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Policing.PartnerHost;

/// <summary>The page that a query string asks for.</summary>
internal static class PageQuery
{
    public const int MostEntries = 100;
    private const int UsualEntries = 25;

    /// <summary>What a cursor is bound to besides: whose it is, for which purpose, of what.</summary>
    public static string Binding(PartnerCall call, string kind, string query) =>
        string.Join('\n', kind, Length(call.Tenant), Length(call.Caller.Client), Length(call.Context.Purpose.OwnCode ?? ""), query);

    public static (int Limit, int Skip) Read(PartnerCall call, string binding) =>
        (Limit(call), One(call, "cursor") is { } cursor ? BinaryPrimitives.ReadInt32BigEndian(call.Parts.Cursors.Open(cursor, binding, sizeof(int))) : 0);

    public static int Limit(PartnerCall call)
    {
        if (One(call, "limit") is not { } text) return UsualEntries;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit is >= 1 and <= MostEntries
            ? limit
            : throw PartnerProblem.MalformedRequest.With();
    }

    /// <summary>The path of the next page.</summary>
    public static string Next(PartnerCall call, int skip, int limit, string binding)
    {
        byte[] place = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(place, skip);
        string others = string.Concat(call.Http.Request.Query.Where(pair => pair.Key is "direction" or "role").Select(pair => $"&{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}"));
        return string.Create(CultureInfo.InvariantCulture, $"{call.Http.Request.PathBase}{call.Http.Request.Path}?limit={limit}{others}&cursor={call.Parts.Cursors.Seal(place, binding)}");
    }

    public static string? One(PartnerCall call, string name)
    {
        StringValues values = call.Http.Request.Query[name];
        if (values.Count == 0) return null;
        return values is [{ Length: > 0 } value] ? value : throw PartnerProblem.MalformedRequest.With();
    }

    private static string Length(string text) => string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
}
