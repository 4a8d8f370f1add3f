namespace Policing.DataModel.Codes;

/// <summary>Makes a value of a code type.</summary>
internal delegate T CodeFactory<out T>(in CodeParts parts, UnknownMembers? unknown, bool isBuiltIn)
    where T : CodedValue;
