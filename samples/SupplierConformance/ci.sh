# What CI runs: the product writes what it would send, the two lines of the kit judge that, and the tests put the kit's questions to its reader.
# Both are run before it ends, so that one red run shows all that is to be mended.
set -eu
code=0
dotnet run --project AnytownRecords -- records
dotnet tool install Policing.Cli --tool-path .policing --version "${POLICING_VERSION:?}" --source "${POLICING_PACKAGES:?}"
.policing/policing conformance run records/ --show-paths --junit conformance.xml --sarif conformance.sarif --html conformance.html --badge conformance.svg || code=$?
dotnet test --solution AnytownRecords.slnx || code=$?
exit "$code"
