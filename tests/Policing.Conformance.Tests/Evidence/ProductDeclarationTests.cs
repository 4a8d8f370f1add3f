using System.Text;
using Policing.Conformance.Evidence;

namespace Policing.Conformance.Tests.Evidence;

public sealed class ProductDeclarationTests
{
    [Fact]
    public void AWholeOneIsRead()
    {
        ProductDeclaration read = ProductDeclaration.Read("""{"supplier":"Example Systems","product":"Example RMS","version":"4.2","contact":"conformance team","claims":["writes persons"],"statement":"Phase 2."}"""u8);
        Assert.Equal(("Example Systems", "Example RMS", "4.2", "conformance team", "Phase 2."), (read.Supplier, read.Product, read.Version, read.Contact, read.Statement));
        Assert.Equal(["writes persons"], read.Claims.AsEnumerable());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Robin")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"supplier":"a","product":"b","version":"1"}""")]
    [InlineData("""{"supplier":"a","product":"b","version":"1","contact":""}""")]
    [InlineData("""{"supplier":"a","product":"b","version":1,"contact":"Robin"}""")]
    [InlineData("""{"supplier":"a","product":"b","version":"1","contact":"d","Robin":1}""")]
    [InlineData("""{"supplier":"a","product":"b","version":"1","contact":"d","contact":"Robin"}""")]
    [InlineData("""{"supplier":"a","product":"b","version":"1","contact":"d","claims":"Robin"}""")]
    [InlineData("""{"supplier":"a","product":"b","version":"1","contact":"d","claims":[1]}""")]
    [InlineData("""{"supplier":"a","product":"b","version":"1","contact":"\ud800Robin"}""")]
    public void WhatIsNotRightIsRefusedAndNotQuoted(string text)
    {
        ProductDeclarationException trouble = Assert.Throws<ProductDeclarationException>(() => ProductDeclaration.Read(Encoding.UTF8.GetBytes(text)));
        Assert.DoesNotContain("Robin", trouble.ToString(), StringComparison.Ordinal);
    }
}
