using System.Text.Json.Serialization;

namespace Policing.DataModel;

/// <summary>Closes the list converter over its element without reflection.</summary>
internal interface IValueList
{
    JsonConverter CreateConverter();
}
