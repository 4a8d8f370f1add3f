using System.Runtime.InteropServices;

namespace Policing.DataModel.Quality;

/// <summary>A part of a whole, as the two counts behind it. Adds up.</summary>
/// <param name="Good">How many are as they should be.</param>
/// <param name="Of">Of how many that could be told of.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Share(long Good, long Of)
{
    /// <summary>The fraction from 0 to 1; null where there was nothing to tell of, which is not the same as none being good.</summary>
    public double? Fraction => Of == 0 ? null : (double)Good / Of;

    /// <summary>Both counts added.</summary>
    public static Share operator +(Share left, Share right) => new(left.Good + right.Good, left.Of + right.Of);

    /// <summary>Both counts added.</summary>
    public static Share Add(Share left, Share right) => left + right;

    /// <summary>The counts.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Good} of {Of}");
}
