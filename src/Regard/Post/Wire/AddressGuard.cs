using System.Net;
using System.Net.Sockets;
namespace Regard.Post.Wire;

/// <summary>Keeps what an administrator types from leading the server into places that only the server can reach.</summary>
static class AddressGuard
{
    /// <summary>Addresses of the own network are taken only where the channel says so; addresses at which clouds keep their keys, never.</summary>
    public static bool Allows(IPAddress address, bool allowsPrivate)
    {
        var a = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (a.AddressFamily == AddressFamily.InterNetworkV6)
        {
            if (a.IsIPv6LinkLocal || a.IsIPv6Multicast || a.Equals(IPAddress.IPv6Any)) return false;
            // 6to4 and NAT64 carry an IPv4 address inside.
            var b = a.GetAddressBytes();
            if (b is [0x20, 0x02, ..]) return Allows(new IPAddress(b.AsSpan(2, 4)), allowsPrivate);
            if (b is [0x00, 0x64, 0xff, 0x9b, ..] || b.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0 && !IPAddress.IsLoopback(a)) return Allows(new IPAddress(b.AsSpan(12, 4)), allowsPrivate);
            return allowsPrivate || !(IPAddress.IsLoopback(a) || a.IsIPv6SiteLocal || a.IsIPv6UniqueLocal);
        }
        var v4 = a.GetAddressBytes();
        return v4 switch
        {
            [0, ..] or [169, 254, ..] or [>= 224, ..] or [100, 100, 100, 200] => false,
            [10, ..] or [127, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..] or [198, 18 or 19, ..] => allowsPrivate,
            _ => true,
        };
    }

    /// <summary>Connects to the first address of the host that is allowed and answers. What was checked is what is connected to.</summary>
    public static async Task<NetworkStream> Connect(string host, int port, bool allowsPrivate, CancellationToken stop)
    {
        IPAddress[] addresses;
        try { addresses = IPAddress.TryParse(host.Trim('[', ']'), out var given) ? [given] : await Dns.GetHostAddressesAsync(host, stop); }
        catch (SocketException e) { throw new Undeliverable(Words.Of("The name {0} is not known on the network.", host), inner: e); }
        var allowed = addresses.Where(a => Allows(a, allowsPrivate)).ToList();
        if (allowed.Count == 0) throw new Undeliverable(Words.Of("{0} leads into the own network, which this channel may not reach.", host));
        SocketException? last = null;
        foreach (var address in allowed)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e) { last = e; socket.Dispose(); }
            catch { socket.Dispose(); throw; }
        }
        throw new Undeliverable(Words.Of("{0}:{1} cannot be reached.", host, port), inner: last);
    }
}
