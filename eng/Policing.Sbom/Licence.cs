namespace Policing.Sbom;

/// <summary>A licence as a package states it: an SPDX expression, or words of its own.</summary>
internal sealed record Licence
{
    private Licence(string text, bool isExpression)
    {
        Text = text;
        IsExpression = isExpression;
    }

    public string Text { get; }

    public bool IsExpression { get; }

    public static Licence Spdx(string expression) => new(expression, isExpression: true);

    public static Licence File(string path) => new($"{path} in the package", isExpression: false);
}
