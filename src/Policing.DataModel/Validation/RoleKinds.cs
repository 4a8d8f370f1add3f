using Policing.DataModel.Codes;
using Policing.DataModel.Json;

namespace Policing.DataModel.Validation;

/// <summary>Whether a link's role may join what its ends are.</summary>
internal static class RoleKinds
{
    /// <summary>True also where the role or a type is not known: a later release may have it.</summary>
    public static bool Fit(CodeEntry? role, string? from, string? to) => role is null || role.Joins(Defined(from), Defined(to));

    /// <summary>The place of a type among those that the model defines, from 1; 0 for any other.</summary>
    public static byte NumberOf(string? type) => type is null ? (byte)0 : (byte)(Math.Max(Array.BinarySearch(ModelTypes.All, type, StringComparer.Ordinal), -1) + 1);

    /// <summary>The type of a number; null for 0.</summary>
    public static string? TypeOf(byte number) => number == 0 ? null : ModelTypes.All[number - 1];

    private static string? Defined(string? type) => TypeOf(NumberOf(type));
}
