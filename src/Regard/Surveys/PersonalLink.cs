using System.Buffers.Text;
using System.Security.Cryptography;
using Regard.Customers;
namespace Regard.Surveys;

/// <summary>What stands in a personal link: whose it is, which invitation, and a secret of which only the hash is kept.</summary>
public sealed class PersonalLink
{
    const int KeyBytes = 16, Length = 3 * KeyBytes;

    readonly byte[] secret;

    PersonalLink(Id<Customer> customer, Id<Invitation> invitation, byte[] secret) => (CustomerId, InvitationId, this.secret) = (customer, invitation, secret);

    public Id<Customer> CustomerId { get; }
    public Id<Invitation> InvitationId { get; }

    internal static PersonalLink New(Id<Customer> customer, Id<Invitation> invitation) => new(customer, invitation, RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Null when the text is no link of ours.</summary>
    public static PersonalLink? Parse(string token)
    {
        var bytes = new byte[Length];
        if (token.Length != Base64Url.GetEncodedLength(Length) || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var written) || written != Length) return null;
        return new(new(new Guid(bytes.AsSpan(0, KeyBytes), bigEndian: true)), new(new Guid(bytes.AsSpan(KeyBytes, KeyBytes), bigEndian: true)), bytes[(2 * KeyBytes)..]);
    }

    internal byte[] SecretHash => SHA256.HashData(secret);
    internal bool Fits(byte[]? hash) => hash is not null && CryptographicOperations.FixedTimeEquals(SecretHash, hash);

    /// <summary>The token that stands in the link's address.</summary>
    public override string ToString() => Base64Url.EncodeToString([.. CustomerId.Value.ToByteArray(bigEndian: true), .. InvitationId.Value.ToByteArray(bigEndian: true), .. secret]);
}
