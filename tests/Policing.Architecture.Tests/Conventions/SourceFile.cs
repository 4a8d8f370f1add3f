using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Policing.Architecture.Tests.Conventions;

/// <summary>One C# file of a package, parsed.</summary>
internal sealed class SourceFile
{
    private readonly CompilationUnitSyntax _tree;

    /// <param name="path">The path from the root, such as <c>src/Policing.DataModel/Records/Person.cs</c>.</param>
    /// <param name="text">The text of the file.</param>
    public SourceFile(string path, string text)
    {
        Path = path;
        _tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot();
    }

    public string Path { get; }

    /// <summary>The project's folder, which is also the name of its assembly.</summary>
    public string Project => Path.Split('/')[1];

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>True for what a program wrote: no one looks there for a type.</summary>
    public bool IsGenerated => Path.EndsWith(".g.cs", StringComparison.Ordinal);

    public IEnumerable<string> Namespaces => Nodes<BaseNamespaceDeclarationSyntax>().Select(node => node.Name.ToString());

    /// <summary>The names of all types that stand directly in a namespace, type parameters left out.</summary>
    public IEnumerable<string> Types => TopLevel().Select(NameOf).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> PublicTypes =>
        TopLevel().Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).Select(NameOf).Distinct(StringComparer.Ordinal);

    /// <summary>Texts such as <c>DateTime.Now</c>, wherever a member is taken from something by name.</summary>
    public IEnumerable<string> MemberAccesses => Nodes<MemberAccessExpressionSyntax>().Select(node => node.ToString());

    public IEnumerable<string> Comments =>
        _tree.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Select(trivia => trivia.ToString());

    public IEnumerable<string> Identifiers => _tree.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);

    private IEnumerable<T> Nodes<T>() => _tree.DescendantNodes().OfType<T>();

    private IEnumerable<MemberDeclarationSyntax> TopLevel() =>
        Nodes<MemberDeclarationSyntax>().Where(node =>
            node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && node.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax);

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is DelegateDeclarationSyntax function ? function.Identifier.ValueText : ((BaseTypeDeclarationSyntax)type).Identifier.ValueText;
}
