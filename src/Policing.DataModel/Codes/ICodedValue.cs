namespace Policing.DataModel.Codes;

/// <summary>What every code type offers, so that generic code can make one.</summary>
/// <typeparam name="TSelf">The code type itself.</typeparam>
public interface ICodedValue<TSelf>
    where TSelf : CodedValue, ICodedValue<TSelf>
{
    /// <summary>The value of a code of the type's own list, known or not.</summary>
    /// <exception cref="ArgumentNullException">The code is null.</exception>
    static abstract TSelf Of(string code);

    /// <summary>A value with more than a code: another list, a mapped code, the source's text.</summary>
    /// <exception cref="ArgumentException">No part is given.</exception>
    static abstract TSelf From(in CodeParts parts);

    /// <summary>The codes that this release lists, in the list's order.</summary>
    static abstract ReadOnlySpan<TSelf> BuiltIn { get; }

    /// <summary>The table that finds them.</summary>
    internal static abstract CodeTable<TSelf> BuiltInTable { get; }
}
