#region FirstQuestion
using Policing.PoliceUk.Api;

PoliceUkClient client = new(new HttpClient(), new PoliceUkLimiter());   // one limiter for the whole process

var months = await client.GetAvailableMonthsAsync();
var crimes = await client.GetCrimesAsync(SearchArea.Around(51.4545m, -2.5879m), months.Value[0].DataMonth);

foreach (var group in crimes.Value.GroupBy(crime => crime.Category).OrderByDescending(group => group.Count()))
    Console.WriteLine($"{group.Count(),6} {group.Key}");
Console.WriteLine(PoliceUkLicence.Attribution);
#endregion
