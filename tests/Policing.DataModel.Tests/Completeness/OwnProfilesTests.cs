using System.Text;
using Policing.DataModel.Completeness;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Completeness;

public class OwnProfilesTests
{
    private const string Own = """
        {"format":"policing-profiles/1.0","id":"force","title":"Our own","source":"Our own","rulePrefix":"FORCE","profiles":[
        {"id":"STOP","title":"A stop of ours","record":"stop-search","gaps":[
        {"id":"VIDEO","message":"Nothing says whether there is video.","hint":"Give 'bodyWornVideo'.","severity":"error","of":[{"member":"bodyWornVideo"}]}]}]}
        """;

    private static CompletenessProfiles Read(string text) => CompletenessProfiles.Parse(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_callers_profile_is_found_with_its_own_severity()
    {
        CompletenessCheck check = new(Read(Own));
        check.Add(new StopSearch { Id = RecordId.New() }, 7);
        check.Add(new StopSearch { Id = RecordId.New(), BodyWornVideo = false }, 8);
        Finding found = Assert.Single(check.Complete().Findings);
        Assert.Equal(("FORCE-STOP-VIDEO", Severity.Error, "/bodyWornVideo", 7L), (found.Id, found.Severity, found.Pointer, found.Line));
    }

    [Theory]
    [InlineData("\"FORCE\"", "\"PSDK-X\"", "/rulePrefix")]
    [InlineData("stop-search", "stop-and-search", "/profiles/0/record")]
    [InlineData("{\"member\":\"bodyWornVideo\"}", "{\"member\":\"bodyWornVidoe\"}", "/profiles/0/gaps/0/of/0/member")]
    [InlineData("{\"member\":\"bodyWornVideo\"}", "{\"roles\":[\"watcher\"],\"other\":\"from\"}", "/profiles/0/gaps/0/of/0/roles")]
    [InlineData("{\"member\":\"bodyWornVideo\"}", "{\"roles\":[\"searched\"],\"other\":\"from\",\"members\":[\"names\"]}", "/profiles/0/gaps/0/of/0/members")]
    [InlineData("\"of\":", "\"atLeast\":2,\"of\":", "/profiles/0/gaps/0/atLeast")]
    [InlineData("\"gaps\":", "\"include\":[\"none\"],\"gaps\":", "/profiles/0/include")]
    [InlineData("\"severity\":\"error\"", "\"severity\":\"grave\"", "/profiles/0/gaps/0/severity")]
    [InlineData("policing-profiles/1.0", "policing-profiles/2.0", "/format")]
    [InlineData("{\"format\"", "[{\"format\"", "")]
    public void A_file_that_is_wrong_is_refused_with_its_place(string from, string to, string pointer)
    {
        ProfileException refused = Assert.Throws<ProfileException>(() => Read(Own.Replace(from, to, StringComparison.Ordinal)));
        Assert.Equal(pointer, refused.Pointer);
        Assert.DoesNotContain("bodyWornVidoe", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_of_the_built_in_profiles_can_be_begun_from()
    {
        string text = Encoding.UTF8.GetString(CompletenessProfiles.Pole.ToUtf8()).Replace("\"PSDK-CMP\"", "\"OURS\"", StringComparison.Ordinal);
        Assert.Equal(CompletenessProfiles.Pole.Profiles.Count, Read(text).Profiles.Count);
    }

    [Fact]
    public void More_questions_than_there_is_room_for_are_refused()
    {
        string questions = string.Join(',', Enumerable.Range(1, 40).Select(n => $$"""{"member":"operation","minLength":{{n}}}"""));
        string more = string.Join(',', Enumerable.Range(41, 40).Select(n => $$"""{"member":"operation","minLength":{{n}}}"""));
        string text = Own.Replace("\"of\":[{\"member\":\"bodyWornVideo\"}]", $"\"when\":[{more}],\"of\":[{questions}]", StringComparison.Ordinal);
        Assert.Contains("64", Assert.Throws<ProfileException>(() => Read(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_of_something_that_is_no_record_is_refused()
    {
        byte[] tests = Encoding.UTF8.GetBytes("""{"format":"policing-profile-tests/1.0","tests":[{"name":"none","records":[{"type":"ufo"}],"expect":[]}]}""");
        Assert.Equal("/tests/0/records/0", Assert.Throws<ProfileException>(() => ProfileTestSuite.Parse(tests)).Pointer);
    }

    [Fact]
    public void A_test_that_fails_says_what_differs()
    {
        ProfileTestSuite suite = ProfileTestSuite.Parse(Encoding.UTF8.GetBytes("""{"format":"policing-profile-tests/1.0","tests":[{"name":"a stop","records":[{"type":"stop-search"}],"expect":["FORCE-STOP-OTHER"]}]}"""));
        ProfileTestReport report = suite.Run(Read(Own));
        Assert.False(report.Passed);
        Assert.Equal(["FORCE-STOP-OTHER"], report.Results[0].Missing.ToArray());
        Assert.Equal(["FORCE-STOP-VIDEO"], report.Results[0].Unexpected.ToArray());
        Assert.Equal(["FORCE-STOP-VIDEO"], report.Untested.ToArray());
    }
}
