namespace Policing.PoliceUk.Mapping;

/// <summary>The part of a record that is made of a coded value, made once for each value. Not thread-safe.</summary>
internal sealed class SharedParts<TCode, TPart>(Func<TCode, TPart> make)
    where TCode : class
{
    private const int MostKept = 1_000;

    private readonly Dictionary<TCode, TPart> _parts = new(ReferenceEqualityComparer.Instance);

    public TPart Of(TCode code)
    {
        if (_parts.TryGetValue(code, out var part))
            return part;
        part = make(code);
        if (_parts.Count < MostKept)
            _parts.Add(code, part);
        return part;
    }
}
