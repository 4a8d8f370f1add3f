namespace Policing.Testing;

/// <summary>
/// A territorial force as the archive names it: the slug of the file name and the name in the columns. <see cref="Latitude"/> and
/// <see cref="Longitude"/> are millionths of a degree: a rounded point in its area, round which the synthetic places are laid out.
/// </summary>
internal sealed record SyntheticForce(int Ordinal, string Slug, string Name, int Latitude, int Longitude)
{
    /// <summary>Welsh forces have Welsh small-area codes.</summary>
    public bool IsWelsh => Slug is "dyfed-powys" or "gwent" or "north-wales" or "south-wales";

    // Names: City of London, Avon and Somerset, Merseyside and Metropolitan as printed in published archive files, the others as
    // data.police.uk names them. Northern Ireland and British Transport Police are left out: they publish only part of the files.
    public static readonly IReadOnlyList<SyntheticForce> All =
    [
        new(0, "avon-and-somerset", "Avon and Somerset Constabulary", 51_300_000, -2_700_000),
        new(1, "bedfordshire", "Bedfordshire Police", 52_100_000, -450_000),
        new(2, "cambridgeshire", "Cambridgeshire Constabulary", 52_350_000, 50_000),
        new(3, "cheshire", "Cheshire Constabulary", 53_200_000, -2_550_000),
        new(4, "city-of-london", "City of London Police", 51_515_000, -90_000),
        new(5, "cleveland", "Cleveland Police", 54_550_000, -1_200_000),
        new(6, "cumbria", "Cumbria Constabulary", 54_600_000, -2_900_000),
        new(7, "derbyshire", "Derbyshire Constabulary", 53_050_000, -1_550_000),
        new(8, "devon-and-cornwall", "Devon & Cornwall Police", 50_650_000, -4_150_000),
        new(9, "dorset", "Dorset Police", 50_800_000, -2_300_000),
        new(10, "durham", "Durham Constabulary", 54_700_000, -1_750_000),
        new(11, "dyfed-powys", "Dyfed-Powys Police", 52_100_000, -3_900_000),
        new(12, "essex", "Essex Police", 51_800_000, 600_000),
        new(13, "gloucestershire", "Gloucestershire Constabulary", 51_850_000, -2_150_000),
        new(14, "greater-manchester", "Greater Manchester Police", 53_500_000, -2_250_000),
        new(15, "gwent", "Gwent Police", 51_700_000, -3_000_000),
        new(16, "hampshire", "Hampshire Constabulary", 51_050_000, -1_300_000),
        new(17, "hertfordshire", "Hertfordshire Constabulary", 51_800_000, -250_000),
        new(18, "humberside", "Humberside Police", 53_750_000, -500_000),
        new(19, "kent", "Kent Police", 51_250_000, 700_000),
        new(20, "lancashire", "Lancashire Constabulary", 53_850_000, -2_650_000),
        new(21, "leicestershire", "Leicestershire Police", 52_650_000, -1_100_000),
        new(22, "lincolnshire", "Lincolnshire Police", 53_100_000, -250_000),
        new(23, "merseyside", "Merseyside Police", 53_450_000, -2_900_000),
        new(24, "metropolitan", "Metropolitan Police Service", 51_500_000, -150_000),
        new(25, "norfolk", "Norfolk Constabulary", 52_650_000, 1_000_000),
        new(26, "north-wales", "North Wales Police", 53_100_000, -3_700_000),
        new(27, "north-yorkshire", "North Yorkshire Police", 54_150_000, -1_400_000),
        new(28, "northamptonshire", "Northamptonshire Police", 52_250_000, -850_000),
        new(29, "northumbria", "Northumbria Police", 55_150_000, -1_800_000),
        new(30, "nottinghamshire", "Nottinghamshire Police", 53_100_000, -1_000_000),
        new(31, "south-wales", "South Wales Police", 51_600_000, -3_500_000),
        new(32, "south-yorkshire", "South Yorkshire Police", 53_500_000, -1_350_000),
        new(33, "staffordshire", "Staffordshire Police", 52_850_000, -2_050_000),
        new(34, "suffolk", "Suffolk Constabulary", 52_200_000, 1_000_000),
        new(35, "surrey", "Surrey Police", 51_250_000, -400_000),
        new(36, "sussex", "Sussex Police", 50_950_000, -100_000),
        new(37, "thames-valley", "Thames Valley Police", 51_700_000, -1_200_000),
        new(38, "warwickshire", "Warwickshire Police", 52_300_000, -1_550_000),
        new(39, "west-mercia", "West Mercia Police", 52_450_000, -2_600_000),
        new(40, "west-midlands", "West Midlands Police", 52_500_000, -1_850_000),
        new(41, "west-yorkshire", "West Yorkshire Police", 53_750_000, -1_700_000),
        new(42, "wiltshire", "Wiltshire Police", 51_350_000, -1_950_000),
    ];

    public static SyntheticForce? Find(string slug) => All.FirstOrDefault(force => force.Slug == slug);
}
