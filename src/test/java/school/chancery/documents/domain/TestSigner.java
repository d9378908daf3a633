package school.chancery.documents.domain;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Somebody with a certificate of their own making, and the signatures such a person can hand in. */
public final class TestSigner {
    public static final String NAME = "CN=Школа № 7,SURNAME=Ветрова,GIVENNAME=Анна Петровна,1.2.643.100.3=00000000000";
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final KeyPair keys;
    private final String algorithm;
    private final X509CertificateHolder certificate;

    private boolean attached;
    private boolean withCertificate = true;
    private boolean withAttributes = true;
    private Instant signedAt;

    private TestSigner(KeyPair keys, String algorithm, Instant from, Instant to) throws Exception {
        this.keys = keys;
        this.algorithm = algorithm;
        this.signedAt = from.plusSeconds(60);
        var name = new X500Name(NAME);
        certificate = new JcaX509v3CertificateBuilder(
                        name, BigInteger.valueOf(0xABCDEF), Date.from(from), Date.from(to), name, keys.getPublic())
                .build(new JcaContentSignerBuilder(algorithm)
                        .setProvider(PROVIDER)
                        .build(keys.getPrivate()));
    }

    public static TestSigner rsa(Instant from, Instant to) throws Exception {
        return rsa("SHA256withRSA", from, to);
    }

    static TestSigner rsa(String algorithm, Instant from, Instant to) throws Exception {
        return new TestSigner(
                keys("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4)), algorithm, from, to);
    }

    static TestSigner ecdsa(Instant from, Instant to) throws Exception {
        return new TestSigner(keys("EC", new ECGenParameterSpec("P-256")), "SHA384withECDSA", from, to);
    }

    /** @param bits 256 or 512 */
    static TestSigner gost(int bits, Instant from, Instant to) throws Exception {
        var curve = new ECGenParameterSpec("Tc26-Gost-3410-12-" + bits + "-paramSetA");
        var algorithm = "GOST3411-2012-" + bits + "WITHECGOST3410-2012-" + bits;
        return new TestSigner(keys("ECGOST3410-2012", curve), algorithm, from, to);
    }

    TestSigner attached() {
        attached = true;
        return this;
    }

    TestSigner withoutCertificate() {
        withCertificate = false;
        return this;
    }

    TestSigner withoutAttributes() {
        withAttributes = false;
        return this;
    }

    public TestSigner at(Instant moment) {
        signedAt = moment;
        return this;
    }

    public byte[] sign(byte[] content)
            throws CMSException, IOException, OperatorCreationException, GeneralSecurityException {
        var generator = new CMSSignedDataGenerator();
        var signer =
                new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(keys.getPrivate());
        var digests =
                new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(digests)
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes()))
                .setDirectSignature(!withAttributes)
                .build(signer, certificate));
        if (withCertificate) generator.addCertificates(new JcaCertStore(List.of(certificate)));
        return generator
                .generate(new CMSProcessableByteArray(content), attached)
                .getEncoded();
    }

    private AttributeTable attributes() {
        var attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(signedAt)))));
        return new AttributeTable(attributes);
    }

    private static KeyPair keys(String kind, AlgorithmParameterSpec parameters) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(kind, PROVIDER);
        generator.initialize(parameters);
        return generator.generateKeyPair();
    }
}
