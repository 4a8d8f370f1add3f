namespace Policing.ModelGenerator;

/// <summary>The reader, writer and inspector of one record or part, and the converter that names them to System.Text.Json.</summary>
internal static class ConverterOutput
{
    public static GeneratedFile Write(ModelType type)
    {
        SourceText text = new SourceText().Header(
            "System.ComponentModel", "System.Diagnostics.CodeAnalysis", "System.Text.Json", "System.Text.Json.Serialization", "Policing.DataModel.Codes", "Policing.DataModel.Validation");
        text.Line("namespace Policing.DataModel.Json;").Line();
        Converter(text, type);
        text.Line();
        text.Open($"internal static class {type.Name}Json");
        Names(text, type);
        Find(text, type);
        Read(text, type);
        WriteMembers(text, type);
        Has(text, type);
        Inspect(text, type);
        text.Close();
        return new($"{ModelOutput.Source}/Json/Generated/{type.Name}Converter.g.cs", text.ToString());
    }

    private static void Converter(SourceText text, ModelType type)
    {
        text.Line($"/// <summary>Gives <see cref=\"{type.Name}\"/> its wire format, whatever the options of the caller.</summary>");
        text.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        if (type.IsTrial) text.Line("[Experimental(\"PSDK0001\")]");
        text.Open($"public sealed class {type.Name}Converter : JsonConverter<{type.Name}>");
        text.Line("/// <inheritdoc/>");
        text.Line($"public override {type.Name} Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>");
        text.Line($"    ConverterBoundary.Read<{type.Name}>(ref reader, {type.Name}Json.TryRead);").Line();
        text.Line("/// <inheritdoc/>");
        text.Line($"public override void Write(Utf8JsonWriter writer, {type.Name} value, JsonSerializerOptions options) => {type.Name}Json.Write(writer, value);");
        text.Close();
    }

    private static void Names(SourceText text, ModelType type)
    {
        text.Line($"private const ulong Required = 0x{Required(type, p => p.Required):X};");
        if (IsMoreThanTombstone(type)) text.Line($"private const ulong RequiredOfTombstone = 0x{Required(type, p => p.Required && type.Envelope.Contains(p)):X};");
        text.Line($"private static readonly string[] Names = [{string.Join(", ", type.All.Select(p => $"\"{p.WireName}\""))}];");
        foreach (ModelProperty property in type.Own)
            text.Line($"private static readonly JsonEncodedText Name{property.Name} = JsonEncodedText.Encode(\"{property.WireName}\");");
        text.Line();
    }

    // What a record of this type must have, its tombstone need not.
    private static bool IsMoreThanTombstone(ModelType type) => type.WireType is not null && type.Own.Any(p => p.Required);

    private static ulong Required(ModelType type, Predicate<ModelProperty> isRequired)
    {
        if (type.All.Count > 64) throw new InvalidOperationException($"{type.Name}: more than 64 members; the reader's bits end there.");
        ulong bits = 0;
        for (int i = 0; i < type.All.Count; i++)
            if (isRequired(type.All[i])) bits |= 1UL << i;
        return bits;
    }

    private static void Find(SourceText text, ModelType type)
    {
        text.Open("private static int Find(ReadOnlySpan<byte> name)");
        NameSwitch.Write(text, "name", type.All.Select(p => p.WireName));
        text.Close().Line();
    }

    private static void Read(SourceText text, ModelType type)
    {
        text.Open($"public static bool TryRead(ref Utf8JsonReader reader, ReadContext context, [NotNullWhen(true)] out {type.Name}? value)");
        text.Line("value = null;");
        text.Line("if (reader.TokenType != JsonTokenType.StartObject) return false;");
        text.Line("MemberReader members = new(context, reader.TokenStartIndex);");
        foreach (ModelProperty property in type.All.Where(p => !p.IsDiscriminator)) text.Line($"{DeclaredType(property)} {Local(property)} = default;");
        text.Open("while (members.Next(ref reader))");
        text.Line("int member = NameReader.IsPlain(ref reader) ? Find(reader.ValueSpan) : NameReader.Find(ref reader, Find);");
        text.Open("if (member < 0)").Line("members.KeepUnknown(ref reader);").Line("continue;").Close().Line();
        text.Line("if (!members.Enter(ref reader, member)) continue;");
        text.Line("bool read = true;");
        text.Open("switch (member)");
        for (int i = 0; i < type.All.Count; i++)
        {
            ModelProperty property = type.All[i];
            text.Line($"case {i}:");
            text.Line(property.IsDiscriminator
                ? $"    if (reader.TokenType != JsonTokenType.String || !reader.ValueTextEquals(\"{type.WireType}\"u8)) members.KeepOtherType(ref reader);"
                : $"    read = {TryRead(property)};");
            text.Line("    break;");
        }

        text.Close().Line();
        text.Line("if (!read) members.KeepWrongKind(ref reader, Names[member]);");
        text.Close().Line();
        text.Open($"value = new {type.Name}");
        foreach (ModelProperty property in type.All.Where(p => !p.IsDiscriminator)) text.Line($"{property.Name} = {Local(property)}{(property.Required && property.Kind == ValueKind.String ? "!" : "")},");
        string required = IsMoreThanTombstone(type) ? "StatusRules.IsTombstone(theStatus) ? RequiredOfTombstone : Required" : "Required";
        text.Line($"Unknown = members.End({required}, Names),");
        text.Close(";");
        text.Line("return true;").Close().Line();
    }

    private static string Local(ModelProperty property) => "the" + property.Name;

    private static string DeclaredType(ModelProperty property) => property.Shape switch
    {
        Shape.List => $"ValueList<{property.TypeName}>",
        Shape.Map => $"ValueMap<{property.TypeName}>",
        _ => property.Kind is ValueKind.Text or ValueKind.Raw ? property.TypeName : property.TypeName + "?",
    };

    private static string TryRead(ModelProperty property)
    {
        string local = Local(property);
        string call = $"out {local})";
        if (property.Shape == Shape.List) return $"JsonValues.TryList(ref reader, context, {Element(property)}, {call}";
        if (property.Shape == Shape.Map) return $"JsonValues.TryMap(ref reader, context, {Element(property)}, {call}";
        if (property.Name == "ModelVersion") return $"JsonValues.TryModelVersion(ref reader, context, {call}";
        return property.Kind switch
        {
            ValueKind.String => $"JsonValues.TryString(ref reader, context, {call}",
            ValueKind.Boolean => $"JsonValues.TryBoolean(ref reader, {call}",
            ValueKind.Integer => $"JsonValues.TryInteger(ref reader, {call}",
            ValueKind.Decimal => $"JsonValues.TryDecimal(ref reader, {call}",
            ValueKind.Text => $"JsonValues.TryText(ref reader, context, {call}",
            ValueKind.Raw => $"JsonValues.TryRaw(ref reader, context, {call}",
            ValueKind.Code when property.TypeName == "SecurityTier" => $"JsonValues.TryTier(ref reader, context, {call}",
            ValueKind.Code => $"JsonValues.TryCode(ref reader, context, {property.TypeName}.Table, {call}",
            ValueKind.Part => $"{property.TypeName}Json.TryRead(ref reader, context, {call}",
            ValueKind.Record => $"RecordJson.TryRead(ref reader, context, {call}",
            _ => throw new InvalidOperationException(property.Name),
        };
    }

    private static string Element(ModelProperty property) => property.Kind switch
    {
        ValueKind.String => "JsonValues.TryString",
        ValueKind.Text => $"JsonValues.TryText<{property.TypeName}>",
        ValueKind.Raw => "JsonValues.TryRaw",
        ValueKind.Code => $"{property.TypeName}.TryRead",
        ValueKind.Part => $"{property.TypeName}Json.TryRead",
        ValueKind.Record => "RecordJson.TryRead",
        _ => throw new InvalidOperationException($"{property.Name}: no lists of this kind."),
    };

    private static string ElementWriter(ModelProperty property) => property.Kind switch
    {
        ValueKind.String or ValueKind.Raw or ValueKind.Code => "MemberWriter.Value",
        ValueKind.Text => property.TypeName is "RecordId" or "PartialDateTime" or "RecordedTime" ? "MemberWriter.Value" : $"MemberWriter.Value<{property.TypeName}>",
        ValueKind.Part => $"{property.TypeName}Json.Write",
        ValueKind.Record => "RecordJson.Write",
        _ => throw new InvalidOperationException($"{property.Name}: no lists of this kind."),
    };

    private static void WriteMembers(SourceText text, ModelType type)
    {
        text.Open($"public static void Write(Utf8JsonWriter writer, {type.Name} value)");
        text.Line("writer.WriteStartObject();").Line("WriteRest(writer, value);").Close().Line();
        text.Line("/// <summary>Writes the members and the end, after the start.</summary>");
        text.Open($"public static void WriteRest(Utf8JsonWriter writer, {type.Name} value)");
        foreach (ModelProperty property in type.All)
        {
            string name = type.Envelope.Contains(property) ? $"EnvelopeNames.{property.Name}" : $"Name{property.Name}";
            WriteMember(text, property, name);
        }

        text.Line("if (value.Unknown is { } unknown) MemberWriter.Unknown(writer, unknown, Names, value, Has);");
        text.Line("writer.WriteEndObject();").Close().Line();
    }

    // Parts and lists call the element's writer by name: through a delegate the same costs a fifth more.
    private static void WriteMember(SourceText text, ModelProperty property, string name)
    {
        string value = "value." + property.Name;
        if (property.IsDiscriminator) text.Line($"MemberWriter.Type(writer, {name}, value);");
        else if (property.Shape == Shape.Map) text.Line($"MemberWriter.Write(writer, {name}, {value}, {ElementWriter(property)});");
        else if (property.Shape == Shape.List)
        {
            text.Open($"if (!{value}.IsEmpty)");
            text.Line($"writer.WriteStartArray({name});");
            text.Line($"foreach ({property.TypeName} item in {value}) {ElementWriter(property)}(writer, item);");
            text.Line("writer.WriteEndArray();").Close();
        }
        else if (property.Kind == ValueKind.Part)
        {
            text.Open($"if ({value} is {{ }} {Local(property)})");
            text.Line($"writer.WriteStartObject({name});");
            text.Line($"{property.TypeName}Json.WriteRest(writer, {Local(property)});").Close();
        }
        else if (property.Kind == ValueKind.Record) throw new InvalidOperationException($"{property.Name}: records come in lists only.");
        else text.Line($"MemberWriter.Write(writer, {name}, {value});");
    }

    private static void Has(SourceText text, ModelType type)
    {
        text.Line("// Whether a member of the model has a value; one kept for its wrong kind is written back only while it has none.");
        text.Open($"private static bool Has({type.Name} value, int member) => member switch");
        for (int i = 0; i < type.All.Count; i++)
        {
            ModelProperty property = type.All[i];
            string has = property.IsDiscriminator ? "false"
                : property.Shape != Shape.One ? $"!value.{property.Name}.IsEmpty"
                : property.Kind is ValueKind.Text or ValueKind.Raw ? $"!value.{property.Name}.IsAbsent"
                : $"value.{property.Name} is not null";
            text.Line($"{i} => {has},");
        }

        text.Line("_ => false,").Close(";").Line();
    }

    private static void Inspect(SourceText text, ModelType type)
    {
        text.Open($"public static void Inspect(Inspector inspector, {type.Name} value)");
        int calls = 0;
        foreach (ModelProperty property in type.All)
        {
            string? call = InspectCall(property);
            if (call is null) continue;
            text.Line($"inspector.{call};");
            calls++;
        }

        if (calls == 0) text.Line("// Nothing in it has a format or a list.");
        text.Close();
    }

    private static string? InspectCall(ModelProperty property)
    {
        string arguments = $"(\"{property.WireName}\", value.{property.Name}";
        return (property.Kind, property.Shape) switch
        {
            (ValueKind.Text, Shape.One) => "Text" + arguments + ")",
            (ValueKind.Text, Shape.List) => "Texts" + arguments + ")",
            (ValueKind.Code, Shape.One) => "Code" + arguments + ")",
            (ValueKind.Code, Shape.List) => "Codes" + arguments + ")",
            (ValueKind.Code, Shape.Map) => "CodeMap" + arguments + ")",
            (ValueKind.Part, Shape.One) => "Part" + arguments + $", {property.TypeName}Json.Inspect)",
            (ValueKind.Part, Shape.List) => "Parts" + arguments + $", {property.TypeName}Json.Inspect)",
            (ValueKind.Part, Shape.Map) => "PartMap" + arguments + $", {property.TypeName}Json.Inspect)",
            (ValueKind.Record, Shape.List) => "Records" + arguments + ")",
            _ => null,
        };
    }
}
