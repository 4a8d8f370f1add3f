namespace Policing.ModelGenerator.Site;

/// <summary>
/// One difference between two snapshots: a thing, or a member or code of one, that was added, removed or says something else than before.
/// Before is null for what was added, After for what was removed.
/// </summary>
public sealed record ModelChange(string Kind, string Thing, string? Item, string? Fact, string? Before, string? After)
{
    /// <summary>Every difference, in the order of the later snapshot; what was removed stands last within its thing, and among the things.</summary>
    public static IEnumerable<ModelChange> Between(ModelSnapshot before, ModelSnapshot after)
    {
        Dictionary<(string Kind, string Name), ModelThing> earlier = before.Things.ToDictionary(thing => (thing.Kind, thing.Name));
        HashSet<(string, string)> present = [.. after.Things.Select(thing => (thing.Kind, thing.Name))];
        IEnumerable<ModelChange> kept = after.Things.SelectMany(thing =>
            earlier.TryGetValue((thing.Kind, thing.Name), out ModelThing? was) ? InThing(was, thing) : [new(thing.Kind, thing.Name, null, null, null, thing.Name)]);
        return kept.Concat(before.Things.Where(thing => !present.Contains((thing.Kind, thing.Name))).Select(thing => new ModelChange(thing.Kind, thing.Name, null, null, thing.Name, null)));
    }

    private static IEnumerable<ModelChange> InThing(ModelThing was, ModelThing now)
    {
        foreach (ModelChange change in InFacts(now, null, was.Facts, now.Facts)) yield return change;
        foreach ((string item, IReadOnlyDictionary<string, string> facts) in now.Items)
        {
            if (!was.Items.TryGetValue(item, out IReadOnlyDictionary<string, string>? earlier))
            {
                yield return new(now.Kind, now.Name, item, null, null, item);
                continue;
            }

            foreach (ModelChange change in InFacts(now, item, earlier, facts)) yield return change;
        }

        foreach (string item in was.Items.Keys.Where(item => !now.Items.ContainsKey(item))) yield return new(now.Kind, now.Name, item, null, item, null);
    }

    private static IEnumerable<ModelChange> InFacts(ModelThing thing, string? item, IReadOnlyDictionary<string, string> was, IReadOnlyDictionary<string, string> now) =>
        from fact in now.Keys.Union(was.Keys)
        let before = was.GetValueOrDefault(fact, "")
        let after = now.GetValueOrDefault(fact, "")
        where before != after
        select new ModelChange(thing.Kind, thing.Name, item, fact, before, after);
}
