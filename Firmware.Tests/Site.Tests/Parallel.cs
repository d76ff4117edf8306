[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)] // every test has a site of its own
