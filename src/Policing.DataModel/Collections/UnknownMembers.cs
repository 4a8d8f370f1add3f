using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>
/// The members of a record or part that the model does not define, and those it does define whose value had the wrong JSON kind, in the
/// order they came. They are written back after the known members. Immutable and thread-safe; two are equal when they hold equal JSON.
/// </summary>
/// <remarks>
/// A member kept for its wrong kind is written back only while the property of that name has no value: mending the property drops it.
/// </remarks>
[SuppressMessage("Naming", "CA1710", Justification = "Named for what it holds.")]
public sealed class UnknownMembers : IReadOnlyCollection<KeyValuePair<string, JsonElement>>, IEquatable<UnknownMembers>
{
    private readonly KeyValuePair<string, JsonElement>[] _members;

    internal UnknownMembers(KeyValuePair<string, JsonElement>[] members) => _members = members;

    /// <summary>One member to start from.</summary>
    /// <exception cref="ArgumentException">The name is empty, or the value is not JSON that everybody can read: see <see cref="RawJson.Parse"/>.</exception>
    public static UnknownMembers Of(string name, JsonElement value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new([new(name, InteroperableJson.Taken(value))]);
    }

    /// <summary>The number of members.</summary>
    public int Count => _members.Length;

    /// <summary>The members in order.</summary>
    public ReadOnlySpan<KeyValuePair<string, JsonElement>> AsSpan() => _members;

    /// <summary>Finds a member by its name, ordinally.</summary>
    public bool TryGetValue(string name, out JsonElement value)
    {
        foreach (ref readonly KeyValuePair<string, JsonElement> member in AsSpan())
        {
            if (!string.Equals(member.Key, name, StringComparison.Ordinal)) continue;
            value = member.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>These members with one added, or replaced where the name is there.</summary>
    /// <exception cref="ArgumentException">The name is empty, or the value is not JSON that everybody can read: see <see cref="RawJson.Parse"/>.</exception>
    public UnknownMembers With(string name, JsonElement value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        List<KeyValuePair<string, JsonElement>> members = [.. _members];
        int at = members.FindIndex(m => string.Equals(m.Key, name, StringComparison.Ordinal));
        KeyValuePair<string, JsonElement> added = new(name, InteroperableJson.Taken(value));
        if (at < 0) members.Add(added);
        else members[at] = added;
        return new([.. members]);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, JsonElement>>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(UnknownMembers? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || other.Count != Count) return false;
        foreach (ref readonly KeyValuePair<string, JsonElement> member in AsSpan())
            if (!other.TryGetValue(member.Key, out JsonElement value) || !JsonElement.DeepEquals(member.Value, value)) return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnknownMembers);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach (ref readonly KeyValuePair<string, JsonElement> member in AsSpan())
            hash ^= string.GetHashCode(member.Key, StringComparison.Ordinal);
        return hash;
    }

    /// <summary>The number of members; never their names or values.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Count} members");
}
