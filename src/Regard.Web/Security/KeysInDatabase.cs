using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Regard.Organisation;
namespace Regard.Web.Security;

/// <summary>Keeps the keys of the framework's data protection in the database, so that any node reads what another wrote.</summary>
sealed class KeysInDatabase(Office office) : IXmlRepository
{
    static readonly Caller node = Caller.Installation("web");

    // The framework's interface is synchronous; it reads once at the start and writes every 90 days.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Task.Run(() => office.Do(new ListSignInKeys(), node)).GetAwaiter().GetResult().Select(k => XElement.Parse(k.Xml))];

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => office.Do(new KeepSignInKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)), node)).GetAwaiter().GetResult();
}
