using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>Which vocabularies the schemas of a resource are read with: those of the metaschema that its <c>$schema</c> names.</summary>
internal sealed class Dialects(ResourceIndex resources, SchemaOptions options)
{
    public Vocabularies Of(SchemaResource resource)
    {
        if (resource.Vocabularies == Vocabularies.None)
        {
            Vocabularies vocabularies = Read(resource);
            if (options.AssertFormats && (vocabularies & Vocabularies.FormatAnnotation) != Vocabularies.None)
            {
                vocabularies |= Vocabularies.FormatAssertion;
            }
            resource.Vocabularies = vocabularies;
        }
        return resource.Vocabularies;
    }

    private Vocabularies Read(SchemaResource resource)
    {
        int schema = resource.Text.Member(resource.Root, "$schema"u8);
        if (schema < 0)
        {
            return resource.Parent is null ? Vocabularies.Standard : Of(resource.Parent);
        }
        if (resource.Text.Kind(schema) is not TokenKind.String)
        {
            throw resource.Fault("The keyword '$schema' must be a string.", schema);
        }
        string uri = UriReference.Resolve("", resource.Text.String(schema)).Uri;
        if (uri == Keywords.Draft + "schema")
        {
            return Vocabularies.Standard;
        }
        SchemaResource metaschema = resources.Find(uri)
            ?? throw resource.Fault("The dialect is not draft 2020-12, and its metaschema is not in the registry.", schema);
        return ReadVocabularies(metaschema);
    }

    private static Vocabularies ReadVocabularies(SchemaResource metaschema)
    {
        JsonText text = metaschema.Text;
        int declared = text.Member(metaschema.Root, "$vocabulary"u8);
        if (declared < 0)
        {
            return Vocabularies.Standard;
        }
        if (KeywordShapes.Fault(KeywordShape.Flags, text, declared) is { } fault)
        {
            throw metaschema.Fault($"The keyword '$vocabulary' {fault}.", declared);
        }
        Vocabularies vocabularies = Vocabularies.Core;
        foreach (int name in text.Names(declared))
        {
            if (Keywords.TryVocabulary(text.String(name), out Vocabularies vocabulary))
            {
                vocabularies |= vocabulary;
            }
            else if (text.Kind(name + 1) is TokenKind.True)
            {
                throw metaschema.Fault("The metaschema demands a vocabulary that is not known.", name);
            }
        }
        return vocabularies;
    }
}
