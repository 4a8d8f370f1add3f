// What any process costs here.
Console.WriteLine("Hello, World!");
