dotnet tool install Policing.Cli --tool-path .policing --version "${POLICING_VERSION:?}" --source "${POLICING_PACKAGES:?}"
.policing/policing conformance run records/ --show-paths --junit conformance.xml --sarif conformance.sarif --html conformance.html
