using System.Security.Cryptography;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;

namespace RunBackCare.Mail.Outgoing;

/// <summary>
/// Signs letters for the domain they come from (RFC 6376), where no relay does it. The same letter gets the same signature each time: it
/// bears the letter's date and not the clock's.
/// </summary>
public sealed class DkimSeal : IDisposable
{
    /// <summary>RFC 8301 forbids shorter keys to be relied on.</summary>
    public const int ShortestKey = 1024;

    private readonly string _domain;
    private readonly string _selector;
    private readonly RSA _key;

    // MimeKit asks for its own form of the key, and never uses it here.
    private readonly AsymmetricKeyParameter _form;

    // Promised to be used by one thread at a time.
    private readonly Lock _one = new();

    private DkimSeal(string domain, string selector, RSA key)
    {
        _domain = domain;
        _selector = selector;
        _key = key;
        _form = DotNetUtilities.GetRsaKeyPair(key).Private;
    }

    /// <param name="domain">Of the From address, so that the signature counts for what people see.</param>
    /// <param name="selector">The key's public half stands in the DNS at <c>selector._domainkey.domain</c>.</param>
    /// <param name="pem">An RSA private key, as <c>openssl genrsa</c> writes it.</param>
    /// <exception cref="CryptographicException">No such key, or one too short. Holds nothing of the key.</exception>
    public static DkimSeal Read(string domain, string selector, string pem)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);

            // A public key can be read as well: it shows when it has to sign.
            _ = key.SignHash(new byte[SHA256.HashSizeInBytes], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new CryptographicException("It is no RSA private key in PEM without a password.", fault);
        }

        if (key.KeySize < ShortestKey)
        {
            var size = key.KeySize;
            key.Dispose();
            throw new CryptographicException($"A key of {size} bits is too short: {ShortestKey} at least, better 2048.");
        }

        return new(domain, selector, key);
    }

    public void Dispose() => _key.Dispose();

    /// <summary>
    /// Over every header but those that describe the body, which has a hash of its own: what is changed on the way breaks it. The message
    /// must not be changed afterwards.
    /// </summary>
    internal void Sign(MimeMessage message)
    {
        message.Prepare(EncodingConstraint.SevenBit);
        new Signer(this, message.Date).Sign(message, [.. message.Headers.Select(h => h.Field).Where(f => !f.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))]);
    }

    private byte[] Sign(byte[] hash)
    {
        lock (_one)
        {
            return _key.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    /// <summary>MimeKit's, with the platform's arithmetic in place of one written in C#.</summary>
    private sealed class Signer : DkimSigner
    {
        private readonly DkimSeal _seal;
        private readonly DateTimeOffset _date;

        public Signer(DkimSeal seal, DateTimeOffset date)
            : base(seal._form, seal._domain, seal._selector)
        {
            _seal = seal;
            _date = date;
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
        }

        protected override ISigner CreateSigningContext() => new Digest(_seal.Sign);

        protected override long GetTimestamp() => _date.ToUnixTimeSeconds();
    }

    /// <summary>Gathers what is to be signed.</summary>
    private sealed class Digest(Func<byte[], byte[]> sign) : ISigner
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public string AlgorithmName => "SHA-256withRSA";

        public void Init(bool forSigning, ICipherParameters parameters)
        {
        }

        public void Update(byte input) => _hash.AppendData([input]);

        public void BlockUpdate(byte[] input, int inOff, int inLen) => _hash.AppendData(input, inOff, inLen);

        public void BlockUpdate(ReadOnlySpan<byte> input) => _hash.AppendData(input);

        public int GetMaxSignatureSize() => throw new NotSupportedException();

        public byte[] GenerateSignature()
        {
            using (_hash)
            {
                return sign(_hash.GetHashAndReset());
            }
        }

        public bool VerifySignature(byte[] signature) => throw new NotSupportedException();

        public void Reset() => _ = _hash.GetHashAndReset();
    }
}
