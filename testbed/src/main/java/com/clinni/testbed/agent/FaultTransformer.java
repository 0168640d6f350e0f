package com.clinni.testbed.agent;

import com.clinni.testbed.agent.CrashPoint.Kind;
import com.clinni.testbed.run.Service;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the crash points and the moved clock into a service's classes as they are loaded. */
final class FaultTransformer implements ClassFileTransformer {

    private static final String OURS = "com/clinni/";
    private static final String CLOCKS = "/TimeProducer";
    private static final ClassDesc CLOCK = Clock.class.describeConstable().orElseThrow();
    private static final ClassDesc HITS = CrashPointHits.class.describeConstable().orElseThrow();
    private static final ClassDesc MOVED = MovedClock.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc NAMED =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    private final Service service;

    FaultTransformer(Service service) {
        this.service = service;
    }

    @Override
    public byte @Nullable [] transform(
            ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || !name.startsWith(OURS)) {
            return null;
        }
        try {
            var transforms = transforms(name);
            return transforms.isEmpty() ? null : changed(loader, bytes, transforms);
        } catch (RuntimeException | LinkageError e) {
            // a service without its crash points would pass its tests for nothing
            System.err.println("fault agent: " + name + " cannot be changed: " + e);
            Runtime.getRuntime().halt(1);
            return null;
        }
    }

    static byte[] changed(ClassLoader loader, byte[] bytes, List<ClassTransform> transforms) {
        var files =
                ClassFile.of(
                        ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(loader)
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
        var result = bytes;
        for (var transform : transforms) {
            result = files.transformClass(files.parse(result), transform);
        }
        return result;
    }

    private List<ClassTransform> transforms(String name) {
        var transforms = new ArrayList<ClassTransform>();
        Arrays.stream(CrashPoint.values())
                .filter(point -> point.service() == service)
                .filter(point -> name.equals(point.internalName()))
                .map(FaultTransformer::hit)
                .forEach(transforms::add);
        if (name.endsWith(CLOCKS)) {
            transforms.add(movedClock());
        }
        return transforms;
    }

    static ClassTransform hit(CrashPoint point) {
        Consumer<CodeBuilder> call =
                code -> code.loadConstant(point.name()).invokestatic(HITS, "at", NAMED);
        return ClassTransform.transformingMethodBodies(
                method -> method.methodName().equalsString(point.method()),
                point.kind() == Kind.ENTRY ? atStart(call) : beforeReturn(call));
    }

    /** The clock a producer returns goes through our hands. */
    private static ClassTransform movedClock() {
        var ofClock = MethodTypeDesc.of(CLOCK, CLOCK);
        return ClassTransform.transformingMethodBodies(
                method -> method.methodTypeSymbol().equals(MethodTypeDesc.of(CLOCK)),
                beforeReturn(code -> code.invokestatic(MOVED, "of", ofClock)));
    }

    private static CodeTransform atStart(Consumer<CodeBuilder> call) {
        return new CodeTransform() {
            @Override
            public void atStart(CodeBuilder code) {
                call.accept(code);
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                code.with(element);
            }
        };
    }

    private static CodeTransform beforeReturn(Consumer<CodeBuilder> call) {
        return (code, element) -> {
            if (element instanceof ReturnInstruction) {
                call.accept(code);
            }
            code.with(element);
        };
    }
}
