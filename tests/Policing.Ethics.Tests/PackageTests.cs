using System.Reflection;

namespace Policing.Ethics.Tests;

public sealed class PackageTests
{
    [Fact]
    public void The_package_stands_on_the_data_model_and_not_on_a_host()
    {
        var names = Assembly.Load("Policing.Ethics").GetReferencedAssemblies().Select(reference => reference.Name!).ToList();

        Assert.DoesNotContain(names, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }
}
