namespace Policing.DataModel;

/// <summary>
/// Between WGS 84 and the National Grid by the seven-parameter transformation to OSGB36 and the Transverse Mercator projection on the Airy
/// ellipsoid. Constants and series: Ordnance Survey, A guide to coordinate systems in Great Britain.
/// </summary>
internal static class NationalGridTransform
{
    private const double Radian = Math.PI / 180;
    private const double SecondOfArc = Radian / 3600;

    private const double TrueLatitude = 49 * Radian;
    private const double TrueLongitude = -2 * Radian;
    private const double FalseEasting = 400_000;
    private const double FalseNorthing = -100_000;
    private const double Scale = 0.999_601_271_7;

    private static readonly Ellipsoid Airy = new(6_377_563.396, 6_356_256.909);
    private static readonly Ellipsoid Wgs84 = new(6_378_137, 6_356_752.3142);

    public static (double Easting, double Northing) FromWgs84(double latitude, double longitude)
    {
        (double phi, double lambda) = Shift(Wgs84, Airy, latitude * Radian, longitude * Radian, 1);
        return Project(phi, lambda);
    }

    public static (double Latitude, double Longitude) ToWgs84(double easting, double northing)
    {
        (double phi, double lambda) = Unproject(easting, northing);
        (phi, lambda) = Shift(Airy, Wgs84, phi, lambda, -1);
        return (phi / Radian, lambda / Radian);
    }

    // At height zero: the height changes the plan position by far less than the transformation's own error.
    private static (double Phi, double Lambda) Shift(Ellipsoid from, Ellipsoid to, double phi, double lambda, int direction)
    {
        double nu = from.A / Math.Sqrt(1 - (from.E2 * Square(Math.Sin(phi))));
        double x = nu * Math.Cos(phi) * Math.Cos(lambda);
        double y = nu * Math.Cos(phi) * Math.Sin(lambda);
        double z = nu * (1 - from.E2) * Math.Sin(phi);

        double scale = 1 + (direction * 20.4894e-6);
        double rx = direction * -0.1502 * SecondOfArc;
        double ry = direction * -0.2470 * SecondOfArc;
        double rz = direction * -0.8421 * SecondOfArc;
        double toX = (direction * -446.448) + (x * scale) - (y * rz) + (z * ry);
        double toY = (direction * 125.157) + (x * rz) + (y * scale) - (z * rx);
        double toZ = (direction * -542.060) - (x * ry) + (y * rx) + (z * scale);
        return Geographic(to, toX, toY, toZ);
    }

    private static (double Phi, double Lambda) Geographic(Ellipsoid ellipsoid, double x, double y, double z)
    {
        double p = Math.Sqrt((x * x) + (y * y));
        double phi = Math.Atan2(z, p * (1 - ellipsoid.E2));
        for (int i = 0; i < 10; i++)
        {
            double nu = ellipsoid.A / Math.Sqrt(1 - (ellipsoid.E2 * Square(Math.Sin(phi))));
            phi = Math.Atan2(z + (ellipsoid.E2 * nu * Math.Sin(phi)), p);
        }

        return (phi, Math.Atan2(y, x));
    }

    internal static (double Easting, double Northing) Project(double phi, double lambda)
    {
        (double nu, double rho, double eta2) = Radii(phi);
        double cos = Math.Cos(phi);
        double sin = Math.Sin(phi);
        double tan2 = Square(Math.Tan(phi));
        double tan4 = Square(tan2);
        double l2 = Square(lambda - TrueLongitude);

        double north = Arc(phi) + FalseNorthing
            + (l2 * nu / 2 * sin * cos)
            + (l2 * l2 * nu / 24 * sin * Math.Pow(cos, 3) * (5 - tan2 + (9 * eta2)))
            + (l2 * l2 * l2 * nu / 720 * sin * Math.Pow(cos, 5) * (61 - (58 * tan2) + tan4));
        double east = (nu * cos)
            + (l2 * nu / 6 * Math.Pow(cos, 3) * ((nu / rho) - tan2))
            + (l2 * l2 * nu / 120 * Math.Pow(cos, 5) * (5 - (18 * tan2) + tan4 + (14 * eta2) - (58 * tan2 * eta2)));
        return (FalseEasting + ((lambda - TrueLongitude) * east), north);
    }

    internal static (double Phi, double Lambda) Unproject(double easting, double northing)
    {
        double phi = TrueLatitude;
        double rest = northing - FalseNorthing;
        for (int i = 0; i < 20 && Math.Abs(rest) > 0.000_01; i++)
        {
            phi += rest / (Airy.A * Scale);
            rest = northing - FalseNorthing - Arc(phi);
        }

        (double nu, double rho, double eta2) = Radii(phi);
        double tan = Math.Tan(phi);
        double tan2 = Square(tan);
        double tan4 = Square(tan2);
        double sec = 1 / Math.Cos(phi);
        double east = easting - FalseEasting;
        double e2 = Square(east);

        double latitude = phi
            - (e2 * tan / (2 * rho * nu))
            + (e2 * e2 * tan / (24 * rho * Math.Pow(nu, 3)) * (5 + (3 * tan2) + eta2 - (9 * tan2 * eta2)))
            - (e2 * e2 * e2 * tan / (720 * rho * Math.Pow(nu, 5)) * (61 + (90 * tan2) + (45 * tan4)));
        double longitude = (sec / nu)
            - (e2 * sec / (6 * Math.Pow(nu, 3)) * ((nu / rho) + (2 * tan2)))
            + (e2 * e2 * sec / (120 * Math.Pow(nu, 5)) * (5 + (28 * tan2) + (24 * tan4)))
            - (e2 * e2 * e2 * sec / (5040 * Math.Pow(nu, 7)) * (61 + (662 * tan2) + (1320 * tan4) + (720 * tan4 * tan2)));
        return (latitude, TrueLongitude + (east * longitude));
    }

    private static (double Nu, double Rho, double Eta2) Radii(double phi)
    {
        double term = 1 - (Airy.E2 * Square(Math.Sin(phi)));
        double nu = Airy.A * Scale / Math.Sqrt(term);
        double rho = nu * (1 - Airy.E2) / term;
        return (nu, rho, (nu / rho) - 1);
    }

    // The length of the meridian from the true origin.
    private static double Arc(double phi)
    {
        double n = (Airy.A - Airy.B) / (Airy.A + Airy.B);
        double n2 = n * n;
        double n3 = n2 * n;
        double difference = phi - TrueLatitude;
        double sum = phi + TrueLatitude;
        return Airy.B * Scale * (
            ((1 + n + (1.25 * n2) + (1.25 * n3)) * difference)
            - (((3 * n) + (3 * n2) + (2.625 * n3)) * Math.Sin(difference) * Math.Cos(sum))
            + (((1.875 * n2) + (1.875 * n3)) * Math.Sin(2 * difference) * Math.Cos(2 * sum))
            - (35.0 / 24 * n3 * Math.Sin(3 * difference) * Math.Cos(3 * sum)));
    }

    private static double Square(double value) => value * value;

    private sealed record Ellipsoid(double A, double B)
    {
        public double E2 { get; } = 1 - (B * B / (A * A));
    }
}
